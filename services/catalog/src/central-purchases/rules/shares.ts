import type { SchoolId } from '@shulian/contracts/ids';

/** How what was bought together is split over the schools. */
export const SPLIT_RULES = ['by-pupils', 'by-need'] as const;
export type SplitRule = (typeof SPLIT_RULES)[number];

export type Share = { readonly schoolId: SchoolId; readonly volumes: number };

/**
 * Whole volumes by weight, to the last one: each school gets the whole part of what it is due, and what is left goes to
 * those with the largest rest, among equals to the one that is named first. Null where nobody weighs anything.
 */
export const sharesByWeight = (
  quantity: number,
  weights: readonly { readonly schoolId: SchoolId; readonly weight: number }[],
): readonly Share[] | null => {
  const sum = weights.reduce((all, { weight }) => all + weight, 0);
  if (sum === 0) return null;
  const due = weights.map(({ schoolId, weight }, at) => {
    // Products of quantity and pupils stay whole numbers far below 2 to the 53.
    const whole = Math.floor((quantity * weight) / sum);
    return { schoolId, at, whole, rest: (quantity * weight) % sum };
  });
  let left = quantity - due.reduce((all, { whole }) => all + whole, 0);
  const more = new Set<number>();
  for (const { at } of [...due].sort((one, other) => other.rest - one.rest || one.at - other.at)) {
    if (left === 0) break;
    more.add(at);
    left -= 1;
  }
  return due
    .map(({ schoolId, at, whole }) => ({ schoolId, volumes: whole + (more.has(at) ? 1 : 0) }))
    .filter(({ volumes }) => volumes > 0);
};
