import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import { gradeOn, isComing, type PlaceOfClass } from '../../classes/rules/school-class.js';

/** Readers who are no pupils, whom a school may give cards to or not. */
export const KINDS_OF_POLICY = ['teacher', 'staff', 'external'] as const;

/** To whom a school gives cards (P-35): pupils of these grades (null: all of them) and these other kinds of readers. */
export type CardPolicy = {
  readonly schoolId: SchoolId;
  readonly grades: readonly number[] | null;
  readonly kinds: readonly ReaderKind[];
  readonly version: number;
  readonly changedOn: CalendarDay | null;
  readonly changedBy: string | null;
};

/** What holds until a school says otherwise. */
export const forEverybody = (schoolId: SchoolId): CardPolicy => ({
  schoolId,
  grades: null,
  kinds: KINDS_OF_POLICY,
  version: 1,
  changedOn: null,
  changedBy: null,
});

/** @param grade null for who is in no class: entitled only where all grades are */
export const isEntitled = (
  { grades, kinds }: Pick<CardPolicy, 'grades' | 'kinds'>,
  { kind, grade }: { readonly kind: ReaderKind; readonly grade: number | null },
): boolean =>
  kind === 'student' ? grades === null || (grade !== null && grades.includes(grade)) : kinds.includes(kind);

/** The grade by which a pupil is entitled: of those who come in September, the one they come into. */
export const gradeForCard = (place: PlaceOfClass, today: CalendarDay): number | null =>
  gradeOn(place, isComing(place, today) ? (`${String(place.entryYear)}-09-01` as CalendarDay) : today);
