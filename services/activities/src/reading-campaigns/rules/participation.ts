import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

export const PART_SOURCES = ['entered', 'reading-notes', 'loans'] as const;
/** Who took part is entered by teachers, or follows from notes handed in or books borrowed in the days of the campaign. */
export type PartSource = (typeof PART_SOURCES)[number];
export const RATE_UNITS = ['class', 'grade', 'school'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

export type CampaignPart = {
  readonly code: string;
  readonly name: string;
  readonly source: PartSource;
  readonly goalPercent: number;
};
export type ReadingCampaign = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly grades: readonly number[];
};

/** A class with its pupils; who took part is counted among them, so that no rate is above a hundred. */
export type ClassHeads = {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly heads: number;
};
export type Rate = {
  readonly code: string;
  readonly part: string;
  readonly classId: string | null;
  readonly className: string | null;
  readonly grade: number | null;
  readonly heads: number;
  readonly participants: number;
  /** In percent with one decimal, never rounded up; null where there is nobody who could take part. */
  readonly rate: number | null;
  readonly goalPercent: number;
  readonly reached: boolean;
};

export const rateOf = (participants: number, heads: number): number | null =>
  heads === 0 ? null : Math.floor((participants * 1_000) / heads) / 10;

/** The rate of each part in each class, each grade, or the school. @param taken participants by `code classId` */
export function ratesOf(
  parts: readonly CampaignPart[],
  classes: readonly ClassHeads[],
  taken: ReadonlyMap<string, number>,
  by: RateUnit,
): Rate[] {
  const groups = new Map<string, ClassHeads[]>();
  for (const one of classes) {
    const key = by === 'class' ? one.classId : by === 'grade' ? String(one.grade) : '';
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return parts.flatMap(({ code, name, goalPercent }) =>
    [...groups.values()].map((group): Rate => {
      const heads = group.reduce((sum, one) => sum + one.heads, 0);
      const participants = group.reduce(
        (sum, { classId }) => sum + (taken.get(`${code} ${classId}`) ?? 0),
        0,
      );
      const [first] = group;
      return {
        code,
        part: name,
        classId: by === 'class' ? (first?.classId ?? null) : null,
        className: by === 'class' ? (first?.className ?? null) : null,
        grade: by === 'school' ? null : (first?.grade ?? null),
        heads,
        participants,
        rate: rateOf(participants, heads),
        goalPercent,
        reached: heads > 0 && participants * 100 >= goalPercent * heads,
      };
    }),
  );
}
