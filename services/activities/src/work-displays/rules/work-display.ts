import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';

export const DISPLAY_PLACES = ['board', 'exhibition', 'screen', 'website'] as const;
export type DisplayPlace = (typeof DISPLAY_PLACES)[number];

/** The best works and notes, shown where people see them (ACT-029, ACT-044). */
export type WorkDisplay = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly contestId: ContestId | null;
  readonly name: string;
  readonly place: DisplayPlace;
  readonly showsFrom: CalendarDay;
  /** The last day; null: until it is taken down. */
  readonly showsUntil: CalendarDay | null;
  readonly status: 'shown' | 'withdrawn';
  readonly reason: string | null;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
};

/** A work or a note that is shown, as it was known then. */
export type DisplayItem = {
  readonly id: string;
  readonly displayId: string;
  readonly entryId: string | null;
  readonly noteId: string | null;
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly withdrawn: boolean;
};
