import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCalendar, day } from './a-loan.builder.js';
import { plusDays } from './day.js';
import { dueDateFor, type DueTerms } from './due-date.js';
import { isOpen, type SchoolCalendar } from './school-calendar.js';

const monthly: DueTerms = { loanDays: 30, endsWithTerm: true, whenClosed: 'back-before' };
const nothingKnown: SchoolCalendar = { terms: [], years: new Map() };
const due = (terms: DueTerms, from: string, calendar: SchoolCalendar) =>
  dueDateFor(terms, day(from), calendar).dueOn;

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
      ['2027-01-22', '2027-01-22'],
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
      unknown: 'term',
    });
    expect(dueDateFor({ ...monthly, loanDays: 33 }, day('2026-10-12'), nothingKnown).dueOn).toBe(
      '2026-11-13',
    );
    expect(dueDateFor(monthly, day('2026-10-12'), { ...aCalendar(), years: new Map() }).unknown).toBe(
      'holidays',
    );
    expect(dueDateFor(monthly, day('2026-10-12'), aCalendar()).unknown).toBeNull();
  });
  it('knows the vacation before a known term', () => {
    expect(dueDateFor(monthly, day('2026-08-10'), aCalendar()).unknown).toBeNull();
    expect(dueDateFor(monthly, day('2027-02-01'), aCalendar()).unknown).toBe('term');
  });
  it('lies between the loan and its period, on an open day, for every loan in a term', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 143 }),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom('back-before' as const, 'next-open' as const),
        fc.uniqueArray(fc.integer({ min: 0, max: 143 }), { maxLength: 30 }),
        (loaned, loanDays, whenClosed, closed) => {
          const start = day('2026-09-01');
          const calendar = aCalendar(closed.map((days) => plusDays(start, days)));
          const from = plusDays(start, loaned);
          const { dueOn } = dueDateFor({ loanDays, endsWithTerm: true, whenClosed }, from, calendar);
          expect(dueOn >= from).toBe(true);
          expect(dueOn <= '2027-01-22' || from > '2027-01-22').toBe(true);
          const anyOpen = Array.from({ length: 144 - loaned }, (_, n) => plusDays(from, n)).some(
            (at) => at <= '2027-01-22' && isOpen(calendar, at),
          );
          if (whenClosed === 'back-before' && isOpen(calendar, from)) {
            expect(isOpen(calendar, dueOn)).toBe(true);
            expect(dueOn <= plusDays(from, loanDays)).toBe(true);
          }
          if (!anyOpen) expect(dueOn <= '2027-01-22').toBe(true);
        },
      ),
    );
  });
});
