import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';

export const AWARD_LEVELS = ['class', 'school', 'district', 'county', 'province', 'nation'] as const;
export type AwardLevel = (typeof AWARD_LEVELS)[number];

/** What a pupil was given for reading, as 阅读之星. */
export type ReadingAward = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId;
  readonly name: string;
  readonly level: AwardLevel;
  readonly givenOn: CalendarDay;
  readonly words: string | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};
