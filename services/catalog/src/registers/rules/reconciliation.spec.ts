import { describe, expect, it } from '@jest/globals';
import { differencesOf, placed, type BooksAndCopies, type Difference } from './reconciliation.js';

const school: BooksAndCopies = {
  accessions: 12,
  withdrawals: 2,
  balance: 10,
  classes: 10,
  balanceFen: 19_800,
  copies: 10,
  copiesFen: 19_800,
  onShelf: 2,
  readingRoom: 1,
  processing: 1,
  repair: 1,
  missing: 1,
  onLoan: 1,
  holdShelf: 1,
  inTransit: 1,
  lost: 1,
  withdrawnButOut: 0,
};

describe('a reconciliation', () => {
  it('finds nothing where books and copies agree at every place', () => {
    expect(placed(school)).toBe(10);
    expect(differencesOf(school)).toEqual([]);
  });

  it.each<[string, Partial<BooksAndCopies>, Difference[]]>([
    ['a line is missing in the accession register', { accessions: 11 }, ['individual']],
    ['a withdrawal is missing', { withdrawals: 1 }, ['individual']],
    ['a class is short', { classes: 9 }, ['classes']],
    ['a copy has no line', { copies: 11, onShelf: 3 }, ['volumes']],
    ['a price was changed by hand', { copiesFen: 19_799 }, ['value']],
    ['a copy is nowhere', { onShelf: 1 }, ['places']],
    ['a copy is at two places', { lost: 2 }, ['places']],
    ['a struck copy is out', { withdrawnButOut: 1 }, ['withdrawn-but-out']],
    ['two things are wrong at once', { balance: 9, classes: 9 }, ['individual', 'volumes']],
  ])('names the difference when %s', (_what, wrong, differing) => {
    expect(differencesOf({ ...school, ...wrong })).toEqual(differing);
  });
});
