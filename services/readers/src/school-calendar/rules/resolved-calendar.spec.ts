import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isCalendarDay, resolvedCalendar, sameCalendar, type SchoolDay } from './resolved-calendar.js';
import { isTermSpan, overlap, vacationsOf, yearsOf, yearsToTell } from './term.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const span = (startsOn: string, endsOn: string) => ({ startsOn: day(startsOn), endsOn: day(endsOn) });
const nothing = {
  holidays: new Set<CalendarDay>(),
  makeUpWorkdays: new Set<CalendarDay>(),
  published: false,
};
const dayOf2026 = fc
  .integer({ min: 0, max: 364 })
  .map((n) => day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));

describe('the closed days of a year', () => {
  it('are all weekends when nothing else is known, in leap years too', () => {
    expect(resolvedCalendar(2028, nothing, [], []).closedOn).toHaveLength(106);
    expect(resolvedCalendar(2026, nothing, [], []).closedOn.slice(0, 3)).toEqual([
      '2026-01-03',
      '2026-01-04',
      '2026-01-10',
    ]);
  });

  it('let the school’s word count before the nation’s, and that before the weekend', () => {
    const national = {
      holidays: new Set([day('2026-10-01'), day('2026-10-02')]),
      makeUpWorkdays: new Set([day('2026-10-10'), day('2026-10-11')]),
      published: true,
    };
    const days: SchoolDay[] = [
      { on: day('2026-10-02'), state: 'open', note: null },
      { on: day('2026-10-11'), state: 'closed', note: null },
    ];
    const { closedOn } = resolvedCalendar(2026, national, days, []);
    const isClosed = (text: string): boolean => closedOn.includes(day(text));
    expect(['01', '02', '03', '10', '11', '12'].map((on) => isClosed(`2026-10-${on}`))).toEqual([
      true, false, true, false, true, false,
    ]); // prettier-ignore
  });

  const closedBetween = (terms: readonly ReturnType<typeof span>[], days: readonly SchoolDay[] = []) => {
    const { closedOn } = resolvedCalendar(
      2027,
      { ...nothing, makeUpWorkdays: new Set([day('2027-02-20')]) },
      days,
      terms,
    );
    return (text: string): boolean => closedOn.includes(day(text));
  };
  it('are all between one term and the next, from the day after to the day before', () => {
    // The 20th of January, the 21st, and the 19th and 22nd of February are weekdays.
    const isClosed = closedBetween([span('2027-02-22', '2027-07-09'), span('2026-09-01', '2027-01-20')]);
    const seen = ['2027-01-20', '2027-01-21', '2027-02-19', '2027-02-20', '2027-02-22'].map(isClosed);
    expect(seen).toEqual([false, true, true, true, false]);
    // After the last term nobody has said when the next begins: a Monday in August is open.
    expect(isClosed('2027-08-02')).toBe(false);
  });
  it('are open in a vacation where the school says so', () => {
    const open: SchoolDay = { on: day('2027-02-03'), state: 'open', note: '寒假开馆' };
    const isClosed = closedBetween(
      [span('2026-09-01', '2027-01-20'), span('2027-02-22', '2027-07-09')],
      [open],
    );
    expect(['2027-02-02', '2027-02-03', '2027-02-04'].map(isClosed)).toEqual([true, false, true]);
  });
  it('are no vacation between terms that follow day on day, or so far apart that one is missing', () => {
    expect(vacationsOf([span('2026-09-01', '2027-01-31'), span('2027-02-01', '2027-07-09')])).toEqual([]);
    const after = (startsOn: string): unknown[] =>
      vacationsOf([span('2026-09-01', '2027-01-31'), span(startsOn, '2028-01-01')]);
    // 99, 100 and 101 days between.
    expect(after('2027-05-11')).toEqual([span('2027-02-01', '2027-05-10')]);
    expect(after('2027-05-12')).toEqual([span('2027-02-01', '2027-05-11')]);
    expect(after('2027-05-13')).toEqual([]);
  });
  it('ascend, once each, and differ from the week only where someone said so', () => {
    fc.assert(
      fc.property(fc.uniqueArray(dayOf2026, { maxLength: 30 }), fc.boolean(), (days, isOpen) => {
        const state = isOpen ? 'open' : 'closed';
        const plain = resolvedCalendar(2026, nothing, [], []);
        const own = resolvedCalendar(
          2026,
          nothing,
          days.map((on) => ({ on, state, note: null })),
          [],
        );
        expect(own.closedOn).toEqual([...new Set(own.closedOn)].sort());
        const changed = days.filter((on) => plain.closedOn.includes(on) === isOpen);
        const [more, fewer] = isOpen ? [plain, own] : [own, plain];
        expect(more.closedOn.length - fewer.closedOn.length).toBe(changed.length);
        expect(sameCalendar(plain, own)).toBe(changed.length === 0);
      }),
    );
  });
});

describe('a calendar day', () => {
  it('is one that exists', () => {
    expect(['2026-02-28', '2028-02-29'].map(isCalendarDay)).toEqual([true, true]);
    expect(
      [
        '0000-01-01',
        '1899-12-31',
        '3000-01-01',
        '2026-02-29',
        '2026-13-01',
        '2026-1-1',
        '',
        '2026-02-28T00:00',
      ].some(isCalendarDay),
    ).toBe(false);
  });
});

describe('a term', () => {
  it('lasts a day at least and less than a year', () => {
    expect(isTermSpan(span('2026-09-01', '2026-09-01'))).toBe(true);
    expect(isTermSpan(span('2026-09-01', '2026-08-31'))).toBe(false);
    expect(isTermSpan(span('2026-09-01', '2027-08-31'))).toBe(true);
    expect(isTermSpan(span('2026-09-01', '2027-09-01'))).toBe(false);
  });

  it('overlaps another when they share a day, seen from either', () => {
    const term = span('2026-09-01', '2027-01-31');
    for (const [other, shared] of [
      [span('2027-01-31', '2027-07-01'), true],
      [span('2027-02-01', '2027-07-01'), false],
      [span('2026-02-01', '2026-08-31'), false],
      [span('2026-02-01', '2026-09-01'), true],
      [span('2026-10-01', '2026-10-01'), true],
    ] as const) {
      expect(overlap(term, other)).toBe(shared);
      expect(overlap(other, term)).toBe(shared);
    }
    expect(yearsOf(term)).toEqual([2026, 2027]);
  });

  it('makes its years told, with those in which a loan of today may be due, and those told before', () => {
    expect(yearsToTell(2026, [], [])).toEqual([2026, 2027, 2028, 2029]);
    expect(yearsToTell(2026, [span('2030-12-31', '2031-01-01')], [2019, 2026])).toEqual([
      2019, 2026, 2027, 2028, 2029, 2030, 2031,
    ]);
  });
});
