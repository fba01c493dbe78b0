import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isFavourite, takesBallots } from './book-vote.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const vote = { status: 'open', opensOn: day('2026-10-12'), closesOn: day('2026-10-14') } as const;

describe('a vote', () => {
  it.each([
    ['2026-10-11', false],
    ['2026-10-12', true],
    ['2026-10-14', true],
    ['2026-10-15', false],
  ])('takes ballots on %s: %p', (on, taken) => {
    expect(takesBallots(vote, day(on))).toBe(taken);
    expect(takesBallots({ ...vote, status: 'closed' }, day(on))).toBe(false);
  });
  it.each([
    [99, true],
    [100, true],
    [101, false],
  ])('has a book of rank %i among its hundred: %p', (rank, among) =>
    expect(isFavourite({ rank }, { places: 100 })).toBe(among),
  );
});
