import type { CalendarDay, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';

/** What a pupil thinks of the book of a reading lesson, told to the class and to nobody else (ACT-028). */
export type LessonEssay = {
  readonly id: string;
  readonly schoolId: SchoolId;
  /** Of the day it was written. */
  readonly classId: SchoolClassId;
  readonly readerId: ReaderId;
  readonly titleId: TitleId | null;
  readonly lessonOn: CalendarDay;
  readonly text: string;
  readonly status: 'shared' | 'withdrawn';
  readonly writtenOn: CalendarDay;
  readonly writtenBy: string;
};
