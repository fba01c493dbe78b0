import { runningNumberOf } from '../../classification/rules/call-number.js';

/** A title under its number in a class, with the copies that stand there. */
export type ShelvedTitle = {
  readonly titleId: string;
  readonly bookNumber: string;
  readonly copies: number;
};

/** What a title's number becomes; null: no copy stands there any more, and its number is free. */
export type NewNumber = { readonly titleId: string; readonly from: string; readonly to: string | null };

export type Renumbered = {
  /** Of all titles with a running number, in their order; those that keep theirs, too. */
  readonly numbers: readonly NewNumber[];
  /** The next number that nobody has. */
  readonly next: number;
};

/**
 * The titles of a class from 1 on without a gap or a repetition, in the order in which they stand: who had the lesser number
 * has the lesser one again, of two with one number the title that was described first. Numbers that are none (著者号) stay.
 */
export const renumbered = (titles: readonly ShelvedTitle[]): Renumbered => {
  const running = titles
    .flatMap((title) => {
      const number = runningNumberOf(title.bookNumber);
      return number === null ? [] : [{ ...title, number }];
    })
    .sort((a, b) => a.number - b.number || (a.titleId < b.titleId ? -1 : 1));
  let next = 1;
  const numbers = running.map(({ titleId, bookNumber, copies }): NewNumber => {
    const to = copies === 0 ? null : String(next);
    if (copies > 0) next += 1;
    return { titleId, from: bookNumber, to };
  });
  return { numbers, next };
};

export const changesOf = ({ numbers }: Renumbered): NewNumber[] =>
  numbers.filter(({ from, to }) => from !== to);
