import type { PrizeLevel, Quota } from './contest.js';

/** A work with its scores in tenths of a point, in the ranking it belongs to. */
export type Scored = {
  readonly entryId: string;
  readonly group: string;
  readonly tenths: readonly number[];
};
export type Ranked = {
  readonly entryId: string;
  readonly group: string;
  /** Mean of the scores in hundredths of a point, rounded; ranks go by the exact mean. */
  readonly hundredths: number;
  readonly place: number;
  readonly tied: boolean;
  readonly level: PrizeLevel | null;
};

type Mean = { readonly sum: number; readonly count: number };
const meanOf = (tenths: readonly number[]): Mean => ({
  sum: tenths.reduce((sum, one) => sum + one, 0),
  count: tenths.length,
});
/** Positive where the other mean is higher; by whole numbers, so that equal means are equal. */
const higherFirst = (one: Mean, other: Mean): number => other.sum * one.count - one.sum * other.count;

/** Every ranking with places and prizes. Whoever has the same mean has the same place, and the next place is left out. */
export function ranked(works: readonly Scored[], quotas: readonly Quota[]): Ranked[] {
  const groups = new Map<string, Scored[]>();
  for (const work of works) {
    if (work.tenths.length === 0) throw new RangeError('a work without scores has no place');
    groups.set(work.group, [...(groups.get(work.group) ?? []), work]);
  }
  return [...groups.keys()].sort().flatMap((group) => rankedGroup(groups.get(group) ?? [], quotas));
}

function rankedGroup(works: readonly Scored[], quotas: readonly Quota[]): Ranked[] {
  const sorted = works
    .map((work) => ({ ...work, mean: meanOf(work.tenths) }))
    .sort((one, other) => higherFirst(one.mean, other.mean) || (one.entryId < other.entryId ? -1 : 1));
  const ties = new Map<number, typeof sorted>();
  let place = 0;
  for (const [at, work] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before === undefined || higherFirst(before.mean, work.mean) !== 0) place = at + 1;
    ties.set(place, [...(ties.get(place) ?? []), work]);
  }
  const levels = prizesFor(
    [...ties].map(([at, tied]) => ({ place: at, size: tied.length, mean: tied[0]?.mean ?? meanOf([]) })),
    quotas,
  );
  return [...ties].flatMap(([at, tied]) =>
    tied.map(({ entryId, group, mean }) => ({
      entryId,
      group,
      hundredths: Math.round((mean.sum * 10) / mean.count),
      place: at,
      tied: tied.length > 1,
      level: levels.get(at) ?? null,
    })),
  );
}

/**
 * Prizes go down the places. Works on one place are never parted: all of them get the level that the first of them gets,
 * also beyond its quota; the next levels keep theirs. Below what a level asks for it is given to nobody any more.
 */
function prizesFor(
  places: readonly { readonly place: number; readonly size: number; readonly mean: Mean }[],
  quotas: readonly Quota[],
): Map<number, PrizeLevel> {
  const levels = new Map<number, PrizeLevel>();
  let [at, given] = [0, 0];
  for (const { place, size, mean } of places) {
    let quota = quotas[at];
    while (quota !== undefined && (given >= quota.count || mean.sum < quota.least * mean.count)) {
      [at, given] = [at + 1, 0];
      quota = quotas[at];
    }
    if (quota === undefined) break;
    levels.set(place, quota.level);
    given += size;
  }
  return levels;
}

/** In which ranking a work stands. */
export const groupOf = (
  rankedBy: 'school' | 'grade' | 'class',
  { grade, classId }: { readonly grade: number | null; readonly classId: string | null },
): string => {
  switch (rankedBy) {
    case 'school':
      return 'school';
    case 'grade':
      return grade === null ? 'teachers' : `grade ${String(grade).padStart(2, '0')}`;
    case 'class':
      return classId ?? 'teachers';
  }
};
