import type { LocationId } from '@shulian/contracts/ids';
import { readClc } from '../../classification/rules/clc-notation.js';
import { compareClc, plainNotation } from '../../classification/rules/filing-order.js';

/** Ranges of one place: a shelf has a few, a room perhaps one for each main class. */
export const MOST_RANGES = 30;

/** From one class number through another, with the way there in words. */
export type ShelfRange = {
  readonly fromClass: string;
  readonly toClass: string;
  readonly directionsZh: string | null;
  readonly directionsEn: string | null;
};
export type PlacedRange = ShelfRange & {
  readonly locationId: LocationId;
  readonly number: number;
  readonly kind: string;
  readonly path: string;
};

export type RangeFault = {
  readonly at: number;
  readonly field: 'fromClass' | 'toClass';
  readonly code: string;
};

/** Class numbers in their normal form, and every place where one is none or a range runs backwards. */
export const readRanges = (
  ranges: readonly ShelfRange[],
): { readonly ranges: readonly ShelfRange[]; readonly faults: readonly RangeFault[] } => {
  const faults: RangeFault[] = [];
  const read = ranges.map((range, at) => {
    const wrong = faults.length;
    const notationOf = (field: 'fromClass' | 'toClass'): string => {
      const clc = readClc(range[field]);
      if (clc.is === 'valid') return clc.notation;
      faults.push({ at, field, code: 'clc-invalid' });
      return range[field];
    };
    const both = { ...range, fromClass: notationOf('fromClass'), toClass: notationOf('toClass') };
    if (faults.length === wrong && compareClc(both.fromClass, both.toClass) > 0)
      faults.push({ at, field: 'toClass', code: 'before-from' });
    return both;
  });
  return { ranges: read, faults };
};

/** Whether a class stands in a range: all that begins with its last class number does. */
export const holdsClass = ({ fromClass, toClass }: ShelfRange, clc: string): boolean =>
  compareClc(fromClass, clc) <= 0 && (compareClc(clc, toClass) <= 0 || beginsWith(clc, toClass));

/** In class numbers dots do not count: I287.47 begins with I2874. */
const beginsWith = (clc: string, start: string): boolean => plain(clc).startsWith(plain(start));
const plain = (notation: string): string => plainNotation(notation).replaceAll('.', '');

/** The signs of a school in the order of the shelf; of two that begin alike the one that ends sooner says more. */
export const inShelfOrder = (ranges: readonly PlacedRange[]): PlacedRange[] =>
  [...ranges].sort(
    (one, other) =>
      compareClc(one.fromClass, other.fromClass) ||
      compareClc(one.toClass, other.toClass) ||
      (one.path < other.path ? -1 : one.path > other.path ? 1 : one.number - other.number),
  );

/** Where a class stands: the range that begins last and ends first says it most exactly, and comes first. */
export const whereIs = (clc: string, ranges: readonly PlacedRange[]): PlacedRange[] =>
  inShelfOrder(ranges.filter((range) => holdsClass(range, clc))).sort(
    (one, other) => compareClc(other.fromClass, one.fromClass) || compareClc(one.toClass, other.toClass),
  );
