import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '@shulian/contracts/ids';
import { coverageOf } from './coverage.js';
import { termWeeks } from './term-weeks.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('the share of new titles that is recommended', () => {
  it.each([
    [14, 100, 14, false],
    [15, 100, 15, true],
    [16, 100, 16, true],
    [1_499, 10_000, 14.9, false],
    [1_500, 10_000, 15, true],
    [1_501, 10_000, 15, true],
    [0, 20, 0, false],
    [0, 0, null, false],
  ])('%i of %i are %p percent', (recommended, newTitles, share, reached) =>
    expect(coverageOf(recommended, newTitles, 15)).toEqual({ share, reached }),
  );
  it('is shown as fifteen or more exactly where fifteen are reached', () =>
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 20_000 }), (recommended, newTitles) => {
        const { share, reached } = coverageOf(recommended, newTitles, 15);
        return reached === (share ?? 0) >= 15;
      }),
    ));
});

describe('the weeks of a term', () => {
  const term = { from: day('2026-09-07'), to: day('2026-10-04') };
  const days = { terms: [{ name: '秋', ...term }], years: [] };
  const entry = (happenedOn: string, writtenOn: string) => ({
    happenedOn: day(happenedOn),
    writtenOn: day(writtenOn),
    subjectId: null,
  });
  it('know issues that are kept, late, missing and open, and an exhibition for each two of them', () => {
    const weeks = termWeeks(
      term,
      days,
      {
        issues: [entry('2026-09-07', '2026-09-13'), entry('2026-09-14', '2026-09-21')],
        exhibitions: [entry('2026-09-16', '2026-09-21')],
      },
      day('2026-09-28'),
    );
    expect(weeks.map(({ issue }) => issue)).toEqual(['kept', 'late', 'missing', 'open']);
    expect(weeks.map(({ exhibition }) => exhibition)).toEqual(['late', 'late', 'open', 'open']);
    expect(weeks.map(({ exhibitionBy }) => exhibitionBy)).toEqual([
      '2026-09-20',
      '2026-09-20',
      '2026-10-04',
      '2026-10-04',
    ]);
  });
  it('ask for nothing while the school is closed all week', () => {
    const closedOn = Array.from({ length: 7 }, (_, at) => day(`2026-09-${String(14 + at)}`));
    const weeks = termWeeks(term, { ...days, years: [{ year: 2026, closedOn }] }, { issues: [], exhibitions: [] }, day('2026-09-01')); // prettier-ignore
    expect(weeks.map(({ from }) => from)).toEqual(['2026-09-07', '2026-09-21', '2026-09-28']);
  });
});
