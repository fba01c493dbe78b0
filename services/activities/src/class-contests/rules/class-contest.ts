import type { AwardId, CalendarDay, SchoolId } from '@shulian/contracts/ids';

export const CRITERION_SOURCES = ['entered', 'loans-per-head', 'notes-per-head'] as const;
/** Points somebody enters, or that follow from loans or accepted notes of the school year by head. */
export type CriterionSource = (typeof CRITERION_SOURCES)[number];
export const CONTEST_STATUSES = ['open', 'decided'] as const;
export type ContestStatus = (typeof CONTEST_STATUSES)[number];

export type Criterion = {
  readonly code: string;
  readonly name: string;
  readonly mostPoints: number;
  readonly source: CriterionSource;
  /** How many tenths a head earn all points; null where points are entered. */
  readonly goalTenths: number | null;
};
/** 书香班级: classes of a school in a school year, held against criteria that the school names itself. */
export type ClassContest = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly schoolYear: number;
  readonly name: string;
  readonly status: ContestStatus;
  readonly decidedOn: CalendarDay | null;
};
export type Winner = { readonly id: AwardId; readonly version: number; readonly classId: string };

/** What a class has done, by head of its pupils. */
export type ClassFigures = { readonly heads: number; readonly loans: number; readonly notes: number };

/** Points for so many of something among so many pupils: in proportion up to the goal, whole ones, never rounded up. */
export function pointsFor(criterion: Criterion, { heads, loans, notes }: ClassFigures): number {
  const { mostPoints, goalTenths, source } = criterion;
  if (goalTenths === null || heads === 0) return 0;
  const done = source === 'loans-per-head' ? loans : notes;
  return Math.min(mostPoints, Math.floor((done * 10 * mostPoints) / (heads * goalTenths)));
}

/** With its rank: who has as many points shares it, and the next one is as many behind. */
export const ranked = <Line extends { readonly points: number }>(
  lines: readonly Line[],
): (Line & { readonly rank: number })[] =>
  lines
    .map((line) => ({ ...line, rank: 1 + lines.filter(({ points }) => points > line.points).length }))
    .sort((one, other) => one.rank - other.rank);

/** First and last day of a school year. */
export const daysOfSchoolYear = (year: number): { readonly from: CalendarDay; readonly to: CalendarDay } => ({
  from: `${String(year)}-09-01` as CalendarDay,
  to: `${String(year + 1)}-08-31` as CalendarDay,
});
