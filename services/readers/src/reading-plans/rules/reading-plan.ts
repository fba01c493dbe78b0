import type { CalendarDay, ReaderId, SchoolId, TermId } from '@shulian/contracts/ids';

/** What a pupil means to read in a term (读书计划, RDR-013). */
export type ReadingPlan = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly termId: TermId;
  readonly goalBooks: number;
  /** Minutes a day. */
  readonly goalMinutes: number | null;
  readonly aim: string | null;
  readonly comment: string | null;
  readonly commentedOn: CalendarDay | null;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
};

export type PlannedBook = {
  readonly title: string;
  readonly author: string | null;
  /** In the catalogue, where it is known there. */
  readonly titleId: string | null;
  readonly byDay: CalendarDay | null;
  readonly doneOn: CalendarDay | null;
  readonly note: string | null;
};
