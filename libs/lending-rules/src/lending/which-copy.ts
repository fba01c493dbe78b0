import type { ScannedCopy } from '../desk/copy-at-desk.js';

/** One of the copies that a scanned barcode may mean. */
export type Candidate = {
  readonly copyId: string;
  /** Of the school of the desk. */
  readonly own: boolean;
  /** On open loan. */
  readonly lent: boolean;
  /** Whether the caller may know of it: of the own schools, or lent by or to them. */
  readonly visible: boolean;
  readonly withdrawn: boolean;
};

/** In this order, the first that tells two apart. */
const BETTER: readonly ((one: Candidate) => boolean)[] = [
  ({ lent, visible }) => lent && visible,
  ({ own }) => own,
  ({ visible }) => visible,
  ({ lent }) => lent,
  ({ withdrawn }) => !withdrawn,
];

/**
 * Which copy a barcode means at a return: first one on open loan, then the desk's own (decision 14).
 * @returns also how many others it may mean as well; null when nobody has the barcode
 */
export function whichCopy<C extends Candidate>(
  candidates: readonly C[],
): { readonly copy: C; readonly alike: number } | null {
  const [copy] = [...candidates].sort(byRank);
  if (copy === undefined) return null;
  const alike = candidates.filter(
    (other) => other.lent === copy.lent && other.visible === copy.visible && other.own === copy.own,
  );
  return { copy, alike: alike.length - 1 };
}

/**
 * Which copy a barcode means at a checkout (decision 14): one of the desk's own school, and of those rather one that is
 * not withdrawn. A copy elsewhere is not lent here; it is only told that there is one, or that several schools have one.
 * @param elsewhere how many copies of other schools have the barcode
 */
export function copyToLend<C extends Pick<Candidate, 'copyId' | 'withdrawn'>>(
  own: readonly C[],
  elsewhere: number,
): { readonly is: 'here'; readonly copy: C } | Exclude<ScannedCopy, { readonly is: 'here' }> {
  const [copy] = [...own].sort(
    (a, b) => Number(a.withdrawn) - Number(b.withdrawn) || (a.copyId < b.copyId ? -1 : 1),
  );
  if (copy !== undefined) return { is: 'here', copy };
  if (elsewhere === 0) return { is: 'unknown' };
  return elsewhere === 1 ? { is: 'foreign' } : { is: 'ambiguous', schools: elsewhere };
}

function byRank(a: Candidate, b: Candidate): number {
  for (const isBetter of BETTER) {
    const difference = Number(isBetter(b)) - Number(isBetter(a));
    if (difference !== 0) return difference;
  }
  return a.copyId < b.copyId ? -1 : 1;
}
