/** Visits per pupil that fell by so many percent or more are a decline that is warned of. */
export const DECLINE_PERCENT = 20;

type Counted = { readonly visits: number; readonly pupils: number };

/** Change of visits per pupil in percent, unrounded; null where there were none to compare with, or nobody. */
export function changeOf(before: Counted, now: Counted): number | null {
  if (before.pupils === 0 || now.pupils === 0 || before.visits === 0) return null;
  // In whole numbers up to the division: a third less is exactly a third less.
  return (100 * (now.visits * before.pupils - before.visits * now.pupils)) / (before.visits * now.pupils);
}

export const isDecline = (change: number | null): boolean => change !== null && change <= -DECLINE_PERCENT;
