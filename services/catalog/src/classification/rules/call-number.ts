import { plainNotation } from './filing-order.js';

/** 索书号: class number / book number [/ further distinction], written on one line. */
export const callNumberOf = (clc: string, bookNumber: string, further?: string | null): string =>
  [clc, bookNumber, ...(further === undefined || further === null || further === '' ? [] : [further])].join(
    '/',
  );

/** A 种次号 read as a number, where it is one: `26`, `０26`; null for author numbers and the like. */
export const runningNumberOf = (bookNumber: string): number | null => {
  const plain = plainNotation(bookNumber);
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
};

export type BookNumberFacts = {
  /** The number this title already has in this class on these shelves, given to its first copy. */
  readonly ofThisTitle: string | null;
  /** What a file or a cataloguer gives. */
  readonly found: string | null;
  /** The next number nobody has yet in this class on these shelves, from a counter locked by the transaction. */
  readonly next: number;
};

export type ChosenBookNumber = {
  readonly bookNumber: string;
  /** Ours to keep unique; a found one is kept as it is. */
  readonly allocated: boolean;
  /** Where the counter stands afterwards: never backwards, so that no number given or found comes again. */
  readonly next: number;
};

/**
 * 种次号 rule: a found number is kept; else a second copy takes the first copy's number; else the next one. A found number
 * moves the counter past itself, so that we never allocate what a file already used.
 */
export const bookNumberFor = ({ ofThisTitle, found, next }: BookNumberFacts): ChosenBookNumber => {
  if (found !== null && found.trim() !== '') {
    const running = runningNumberOf(found);
    return {
      bookNumber: found.trim(),
      allocated: false,
      next: running === null ? next : Math.max(next, running + 1),
    };
  }
  if (ofThisTitle !== null) return { bookNumber: ofThisTitle, allocated: false, next };
  return { bookNumber: String(next), allocated: true, next: next + 1 };
};
