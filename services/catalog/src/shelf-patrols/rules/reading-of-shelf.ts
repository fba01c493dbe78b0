import type { CopyId } from '@shulian/contracts/ids';
import { compareCallNumbers } from '../../classification/rules/filing-order.js';

/** Why what was scanned does not belong where it stood. */
export const MISPLACED = ['out-of-order', 'of-another-place', 'not-to-be-here', 'unknown'] as const;
export type Misplaced = (typeof MISPLACED)[number];

/** A barcode as it was scanned along the shelf; without a copy: nobody at the school knows it. */
export type Scanned = {
  readonly barcode: string;
  readonly copy: {
    readonly id: CopyId;
    readonly callNumber: string | null;
    /** Placed nowhere, or in the place that is walked or below it. */
    readonly belongsHere: boolean;
    /** Neither out, nor missing, in repair or struck. */
    readonly isIn: boolean;
  } | null;
};

export type ShelfFinding = {
  /** From 1, along the shelf. */
  readonly position: number;
  readonly barcode: string;
  readonly copyId: CopyId | null;
  readonly finding: Misplaced;
  /** Of one that is out of order: the copy it belongs behind; null: before all others. */
  readonly behindId: CopyId | null;
};

type Placed = { readonly at: number; readonly id: CopyId; readonly callNumber: string };

/**
 * What does not belong on a shelf. Of the copies that do, as few as possible are called out of order: those outside a longest
 * run in the order of the shelf. A copy without a call number is wherever it is in order.
 */
export const readShelf = (scanned: readonly Scanned[]): readonly ShelfFinding[] => {
  const strangers = scanned.flatMap(({ barcode, copy }, at): ShelfFinding[] => {
    const finding = strangeness(copy);
    return finding === null
      ? []
      : [{ position: at + 1, barcode, copyId: copy?.id ?? null, finding, behindId: null }];
  });
  const shelf = scanned.flatMap(({ copy }, at): Placed[] =>
    copy === null || strangeness(copy) !== null || copy.callNumber === null
      ? []
      : [{ at, id: copy.id, callNumber: copy.callNumber }],
  );
  const inOrder = longestRun(shelf);
  const kept = new Set(inOrder.map(({ at }) => at));
  const moved = shelf
    .filter(({ at }) => !kept.has(at))
    .map(({ at, id, callNumber }): ShelfFinding => ({
      position: at + 1,
      barcode: scanned[at]?.barcode ?? '',
      copyId: id,
      finding: 'out-of-order',
      behindId: inOrder[firstAfter(inOrder, callNumber) - 1]?.id ?? null,
    }));
  return [...strangers, ...moved].sort((one, other) => one.position - other.position);
};

const strangeness = (copy: Scanned['copy']): Misplaced | null => {
  if (copy === null) return 'unknown';
  if (!copy.isIn) return 'not-to-be-here';
  return copy.belongsHere ? null : 'of-another-place';
};

/** How many of a run in order stand before or level with a call number. */
const firstAfter = (run: readonly Placed[], callNumber: string): number => {
  let [low, high] = [0, run.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareCallNumbers(run[middle]?.callNumber ?? '', callNumber) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A longest part of the shelf that does not go back anywhere; n log n, by the least ends of runs of each length. */
const longestRun = (shelf: readonly Placed[]): readonly Placed[] => {
  const ends: Placed[] = [];
  const before = new Map<Placed, Placed | undefined>();
  for (const copy of shelf) {
    const length = firstAfter(ends, copy.callNumber);
    before.set(copy, ends[length - 1]);
    ends[length] = copy;
  }
  const run: Placed[] = [];
  for (let copy = ends.at(-1); copy !== undefined; copy = before.get(copy)) run.push(copy);
  return run.reverse();
};
