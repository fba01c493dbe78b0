import type { Damage } from '../../repair/rules/repair.js';

/** What is looked at: books on the shelf, and unbound newspapers and magazines (CAT-054). */
export const INSPECTED = ['books', 'newspapers', 'magazines'] as const;
export type Inspected = (typeof INSPECTED)[number];

/** What becomes of a thing that was found: out of use to be mended, given up, mended on the spot, or only written down. */
export const DECISIONS = ['to-repair', 'to-weed', 'mended-at-once', 'noted'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One thing that was found: a copy by its barcode, or what has none, in words. */
export type Found = {
  readonly barcode: string | null;
  readonly words: string | null;
  readonly damage: Damage;
  readonly decision: Decision;
};

/** Whether a copy leaves the shelf for it. */
export const isTaken = ({ decision }: Pick<Found, 'decision'>): boolean =>
  decision === 'to-repair' || decision === 'to-weed';

type FaultAt = { readonly at: number; readonly fault: 'barcode-or-words' | 'needs-barcode' | 'twice' };

/** What is wrong with a list of things found, each by its place in it: a barcode stands in it once. */
export const faultsOf = (found: readonly Found[]): readonly FaultAt[] => {
  const seen = new Set<string>();
  return found.flatMap((each, at): FaultAt[] => {
    if ((each.barcode === null) === (each.words === null)) return [{ at, fault: 'barcode-or-words' }];
    if (each.barcode === null) return isTaken(each) ? [{ at, fault: 'needs-barcode' }] : [];
    const isSecond = seen.has(each.barcode);
    seen.add(each.barcode);
    return isSecond ? [{ at, fault: 'twice' }] : [];
  });
};

/** Those that leave the shelf, pile by pile of one damage. */
export const pilesOf = (found: readonly Found[]): ReadonlyMap<Damage, readonly string[]> => {
  const piles = new Map<Damage, string[]>();
  for (const each of found)
    if (isTaken(each) && each.barcode !== null)
      piles.set(each.damage, [...(piles.get(each.damage) ?? []), each.barcode]);
  return piles;
};
