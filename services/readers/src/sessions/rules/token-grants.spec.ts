import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOfStaff, secondsUntil, tokenGrants, type Booked } from './token-grants.js';

type Held = Booked<{ readonly role: string; readonly schoolId: string }>;
const T = Date.parse('2026-10-12T04:00:00Z');
const at = (ms: number): Date => new Date(T + ms);
const grant = (startsAt: Date | null, endsAt: Date | null, role = 'librarian'): Held => ({
  role,
  schoolId: 's1',
  startsAt,
  endsAt,
});

describe('what a token says', () => {
  it.each([
    [-1, 0],
    [0, 1],
    [1, 1],
  ])('from the instant on at which a grant begins (%i ms: %i)', (ms, held) => {
    const { grants, until } = tokenGrants([grant(at(0), null)], at(ms));
    expect(grants).toHaveLength(held);
    expect(until).toEqual(held === 0 ? at(0) : null);
  });

  it.each([
    [-1, 1],
    [0, 0],
    [1, 0],
  ])('until the instant at which it ends, and then no more (%i ms: %i)', (ms, held) => {
    const { grants, until } = tokenGrants([grant(null, at(0))], at(ms));
    expect(grants).toHaveLength(held);
    expect(until).toEqual(held === 1 ? at(0) : null);
  });

  it('never says a grant at an instant at which it does not hold, and lives to the next change at most', () => {
    const instant = fc.option(
      fc.integer({ min: -50, max: 50 }).map((seconds) => at(seconds * 1000)),
      { nil: null },
    );
    const booked = fc.array(
      fc.tuple(instant, instant, fc.constantFrom('librarian', 'teacher', 'school-head')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(booked, fc.integer({ min: -60_000, max: 60_000 }), (list, ms) => {
        const all = list.map(([from, to, role]) => grant(from, to, role));
        const now = at(ms);
        const { grants, until } = tokenGrants(all, now);
        const seconds = secondsUntil(until, now, 3_600);
        expect(seconds).toBeGreaterThan(0);
        const last = (Math.floor(now.getTime() / 1000) + seconds) * 1000 - 1;
        const rolesAt = (instantMs: number): Set<string> =>
          new Set(
            all
              .filter(
                ({ startsAt, endsAt }) =>
                  (startsAt === null || startsAt.getTime() <= instantMs) &&
                  (endsAt === null || endsAt.getTime() > instantMs),
              )
              .map(({ role }) => role),
          );
        expect(new Set(grants.map(({ role }) => role))).toEqual(rolesAt(now.getTime()));
        expect(rolesAt(last)).toEqual(rolesAt(now.getTime()));
      }),
    );
  });

  it('once, what was given twice', () => {
    expect(tokenGrants([grant(null, null), grant(null, at(1000))], at(0)).grants).toHaveLength(1);
  });

  it('a name only of who works there', () => {
    expect(isOfStaff([{ role: 'librarian' }])).toBe(true);
    expect(isOfStaff([{ role: 'teacher' }, { role: 'reader' }])).toBe(false);
    expect(isOfStaff([{ role: 'class-helper' }])).toBe(false);
    expect(isOfStaff([])).toBe(false);
  });
});
