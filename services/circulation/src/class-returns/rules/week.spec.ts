import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { mondayOf, weekAsked } from './week.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('a week of classes', () => {
  it('begins on Monday', () => {
    expect(['2026-10-11', '2026-10-12', '2026-10-18', '2026-10-19'].map((on) => mondayOf(day(on)))).toEqual([
      '2026-10-05', '2026-10-12', '2026-10-12', '2026-10-19',
    ]); // prettier-ignore
  });
  it('is the last one that is over, where none is named', () => {
    expect(weekAsked(undefined, day('2026-10-12'))).toBe('2026-10-05');
    expect(weekAsked('2026-10-14', day('2026-10-12'))).toBe('2026-10-12');
  });
});
