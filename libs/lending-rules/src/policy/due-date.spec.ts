import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCalendar, day } from '../a-loan.builder.js';
import { plusDays } from '../calendar/day.js';
import { dueDateFor, dueDayUnder, renewedDueDate, type DueTerms } from './due-date.js';
import { daysLate } from '../desk/loan.js';
import {
  isOpen,
  openDayAfter,
  openDaysAfter,
  openDayUpTo,
  termOf,
  type SchoolCalendar,
  type Term,
} from '../calendar/school-calendar.js';

const monthly: DueTerms = { loanDays: 30, endsWithTerm: true, whenClosed: 'back-before' };
const nothingKnown: SchoolCalendar = { terms: [], years: new Map() };
const due = (terms: DueTerms, from: string, calendar: SchoolCalendar) =>
  dueDateFor(terms, day(from), calendar).dueOn;
/** Terms to 20 January and from 22 February 2027; the days between are closed, as readers tells them. */
const twoTerms = (): SchoolCalendar => {
  const vacation = Array.from({ length: 32 }, (_, n) => plusDays(day('2027-01-21'), n));
  return {
    ...aCalendar(vacation),
    terms: [
      { startsOn: day('2027-02-22'), endsOn: day('2027-07-09') },
      { startsOn: day('2026-09-01'), endsOn: day('2027-01-20') },
    ],
  };
};

describe('the due day', () => {
  it('[CIR-009] is the loan day plus the period', () => {
    expect(due(monthly, '2026-10-12', aCalendar())).toBe('2026-11-11');
  });
  it('moves back to the last open day, or on to the next, as the policy says', () => {
    // 20 November 2026 is a Friday
    const friday = { ...monthly, loanDays: 39 };
    expect(due(friday, '2026-10-12', aCalendar())).toBe('2026-11-20');
    expect(due({ ...friday, loanDays: 40 }, '2026-10-12', aCalendar())).toBe('2026-11-20');
    expect(due({ ...friday, loanDays: 41 }, '2026-10-12', aCalendar())).toBe('2026-11-20');
    expect(due({ ...friday, loanDays: 42 }, '2026-10-12', aCalendar())).toBe('2026-11-23');
    expect(due({ ...friday, loanDays: 40, whenClosed: 'next-open' }, '2026-10-12', aCalendar())).toBe(
      '2026-11-23',
    );
  });
  it('[CIR-018] gives the last open day before the holidays when the period would end in them', () => {
    const holidays = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'];
    expect(due(monthly, '2026-10-12', aCalendar(holidays))).toBe('2026-11-06');
  });
  it('[CIR-057] is never after the end of the term', () => {
    // 22 January 2027 is a Friday
    for (const [from, expected] of [
      ['2026-12-22', '2027-01-21'],
      ['2026-12-23', '2027-01-22'],
      ['2026-12-24', '2027-01-22'],
      ['2027-01-21', '2027-01-22'],
    ] as const)
      expect(due(monthly, from, aCalendar())).toBe(expected);
  });
  it('stays in the term even if the policy moves closed days on', () => {
    const terms = { ...monthly, whenClosed: 'next-open' } as const;
    expect(due(terms, '2027-01-04', aCalendar(['2027-01-22']))).toBe('2027-01-21');
  });
  it('goes by the period alone when the policy does not end loans with the term', () => {
    expect(due({ ...monthly, endsWithTerm: false }, '2026-12-28', aCalendar())).toBe('2027-01-27');
  });
  it('without a calendar closes weekends, goes by the period and says so', () => {
    expect(dueDateFor(monthly, day('2026-10-12'), nothingKnown)).toEqual({
      dueOn: '2026-11-11',
      missing: ['term', 'holidays'],
    });
    expect(due({ ...monthly, loanDays: 33 }, '2026-10-12', nothingKnown)).toBe('2026-11-13');
    const noYears = { ...aCalendar(), years: new Map() };
    expect(dueDateFor(monthly, day('2026-10-12'), noYears).missing).toEqual(['holidays']);
    expect(dueDateFor(monthly, day('2026-10-12'), aCalendar()).missing).toEqual([]);
  });
  it('goes back from closed days only as far as a day is left to read', () => {
    const week = { ...monthly, loanDays: 7, endsWithTerm: false };
    const goldenWeek = ['01', '02', '03', '04', '05', '06', '07'].map((n) => `2026-10-${n}`);
    expect(due(week, '2026-09-30', aCalendar(goldenWeek))).toBe('2026-10-08');
    expect(due(week, '2026-09-29', aCalendar(goldenWeek))).toBe('2026-09-30');
    // From a Friday, over a weekend, for two days; and the day before, whose second day is the Saturday.
    expect(due({ ...week, loanDays: 2 }, '2026-10-16', aCalendar())).toBe('2026-10-19');
    expect(due({ ...week, loanDays: 2 }, '2026-10-15', aCalendar())).toBe('2026-10-16');
    // For no days: the day itself.
    expect(due({ ...week, loanDays: 0 }, '2026-10-16', aCalendar())).toBe('2026-10-16');
    expect(due({ ...week, loanDays: 1 }, '2026-10-16', aCalendar())).toBe('2026-10-19');
  });
  it('closes the vacation between two terms, whichever way the policy goes', () => {
    // The term ends on Wednesday, 20 January; the next opens on Monday, 22 February.
    const calendar = twoTerms();
    const free = { ...monthly, endsWithTerm: false };
    expect(due({ ...free, whenClosed: 'next-open' }, '2027-01-10', calendar)).toBe('2027-02-22');
    expect(due(free, '2027-01-10', calendar)).toBe('2027-01-20');
    expect(due({ ...monthly, whenClosed: 'next-open' }, '2027-01-10', calendar)).toBe('2027-01-20');
    expect(due(monthly, '2027-01-10', calendar)).toBe('2027-01-20');
    // On the last day of the term and in the vacation no day of the term is left: it is lent for the vacation.
    for (const from of ['2027-01-20', '2027-01-21', '2027-01-30'])
      for (const terms of [monthly, free, { ...free, whenClosed: 'next-open' as const }])
        expect(due(terms, from, calendar)).toBe(from === '2027-01-30' ? '2027-03-01' : '2027-02-22');
  });
  it('after the last recorded term goes by the nation’s calendar, and says that the next is missing', () => {
    const free = { ...monthly, endsWithTerm: false };
    for (const terms of [free, monthly]) {
      expect(dueDateFor(terms, day('2027-01-25'), aCalendar())).toEqual({
        dueOn: '2027-02-24',
        missing: ['next-term'],
      });
    }
    expect(dueDateFor(free, day('2027-01-18'), aCalendar())).toEqual({
      dueOn: '2027-02-17',
      missing: ['next-term'],
    });
    expect(dueDateFor(monthly, day('2027-01-18'), aCalendar()).missing).toEqual([]);
    expect(dueDateFor(free, day('2026-12-23'), aCalendar()).missing).toEqual([]);
    expect(dueDateFor(free, day('2026-08-10'), aCalendar()).missing).toEqual([]);
  });
  it('without a term or days of its own has the nation’s calendar', () => {
    const week = { ...monthly, loanDays: 7, endsWithTerm: false, whenClosed: 'next-open' } as const;
    const national = {
      ...aCalendar(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
      terms: [],
    };
    expect(dueDateFor(week, day('2026-09-30'), national)).toEqual({ dueOn: '2026-10-08', missing: [] });
    expect(due(week, '2026-12-25', { ...aCalendar(['2027-01-01']), terms: [] })).toBe('2027-01-04');
  });
});

describe('a renewal', () => {
  it('goes no further than the end of the term, though on its last day a loan would', () => {
    const loan = { dueOn: day('2027-01-20'), terms: monthly };
    expect(renewedDueDate(loan, day('2027-01-20'), twoTerms())).toBe('2027-01-20');
    expect(renewedDueDate(loan, day('2027-01-19'), twoTerms())).toBe('2027-01-20');
    const free = { ...loan, terms: { ...monthly, endsWithTerm: false, whenClosed: 'next-open' as const } };
    expect(renewedDueDate(free, day('2027-01-19'), twoTerms())).toBe('2027-02-22');
    // Lent for the vacation, it may be renewed into the new term.
    expect(renewedDueDate({ ...loan, dueOn: day('2027-02-22') }, day('2027-02-22'), twoTerms())).toBe(
      '2027-03-24',
    );
  });
});

describe('the due day, whatever the calendar', () => {
  const start = day('2026-09-01');
  const days = fc.integer({ min: 0, max: 300 });
  const terms = fc.record({
    loanDays: fc.integer({ min: 0, max: 120 }),
    endsWithTerm: fc.boolean(),
    whenClosed: fc.constantFrom('back-before' as const, 'next-open' as const),
  });
  const calendars = fc
    .record({
      closed: fc.uniqueArray(days, { maxLength: 60 }),
      bounds: fc.uniqueArray(days, { minLength: 0, maxLength: 6 }),
    })
    .map(({ closed, bounds }) => {
      const sorted = [...bounds].sort((a, b) => a - b);
      const known: Term[] = [];
      for (let at = 0; at + 1 < sorted.length; at += 2)
        known.push({
          startsOn: plusDays(start, sorted[at] ?? 0),
          endsOn: plusDays(start, sorted[at + 1] ?? 0),
        });
      // As readers resolves them: what lies between two terms is closed.
      const vacations = Array.from({ length: 301 }, (_, n) => plusDays(start, n)).filter(
        (on) =>
          known.some((term) => term.endsOn < on) &&
          known.some((term) => on < term.startsOn) &&
          !known.some((term) => term.startsOn <= on && on <= term.endsOn),
      );
      return {
        ...aCalendar([...closed.map((n) => plusDays(start, n)), ...vacations], [2026, 2027, 2028]),
        terms: known,
      };
    });

  it('is an open day, and leaves a day to read', () => {
    fc.assert(
      fc.property(terms, days, calendars, (given, lent, calendar) => {
        const from = plusDays(start, lent);
        const dueOn = due(given, from, calendar);
        expect(isOpen(calendar, dueOn)).toBe(true);
        expect(dueOn >= plusDays(from, given.loanDays === 0 ? 0 : 1)).toBe(true);
      }),
    );
  });
  it('is never earlier for a later loan, or for a longer one', () => {
    fc.assert(
      fc.property(terms, days, calendars, (given, lent, calendar) => {
        const from = plusDays(start, lent);
        const dueOn = due(given, from, calendar);
        if (given.loanDays > 0) expect(due(given, plusDays(from, 1), calendar) >= dueOn).toBe(true);
        expect(due({ ...given, loanDays: given.loanDays + 1 }, from, calendar) >= dueOn).toBe(true);
      }),
    );
  });
  it('lies in the term as long as that has an open day left, where the policy says so', () => {
    fc.assert(
      fc.property(terms, days, calendars, (given, lent, calendar) => {
        const from = plusDays(start, lent);
        const term = termOf(calendar, from);
        const left = term !== null && openDayUpTo(calendar, term.endsOn, plusDays(from, 1)) !== null;
        if (left && given.loanDays > 0)
          expect(due({ ...given, endsWithTerm: true }, from, calendar) <= term.endsOn).toBe(true);
      }),
    );
  });
  it('moves only to a later open day when the calendar changes, once, however often that is said', () => {
    fc.assert(
      fc.property(terms, days, calendars, calendars, (given, lent, calendar, changed) => {
        const dueOn = due(given, plusDays(start, lent), calendar);
        const moved = dueDayUnder(changed, dueOn);
        expect(moved >= dueOn).toBe(true);
        expect(isOpen(changed, moved)).toBe(true);
        expect(dueDayUnder(changed, moved)).toBe(moved);
        expect(openDaysAfter(changed, dueOn, moved)).toBe(moved === dueOn ? 0 : 1);
        // The closing taken back moves nothing.
        expect(dueDayUnder(calendar, dueOn)).toBe(dueOn);
      }),
    );
  });
});

describe('days that are counted for people', () => {
  it('[CIR-022] are the open ones: late from the first open day after the due day', () => {
    // Friday, 16 October 2026 and the days after it.
    const late = (on: string) => daysLate(day('2026-10-16'), day(on), aCalendar(['2026-10-20']));
    const days = [
      '2026-10-15',
      '2026-10-16',
      '2026-10-17',
      '2026-10-18',
      '2026-10-19',
      '2026-10-20',
      '2026-10-21',
    ];
    expect(days.map(late)).toEqual([0, 0, 0, 0, 1, 1, 2]);
  });
  it('come one after the other, whatever lies between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }), (n, count) => {
        const [from, calendar] = [plusDays(day('2026-09-01'), n), aCalendar(['2026-09-09', '2026-10-01'])];
        const until = openDayAfter(calendar, from, count);
        expect(openDaysAfter(calendar, from, until)).toBe(count);
        if (count > 0) expect(isOpen(calendar, until)).toBe(true);
      }),
    );
  });
});
