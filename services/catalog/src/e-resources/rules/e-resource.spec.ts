import { describe, expect, it } from '@jest/globals';
import { endOf, endOfTermAt, isToBeFound, termRefusal, type Term, type TermAsked } from './e-resource.js';

const year: Term = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const asked = (kind: TermAsked['kind'], startsOn: string, more: Partial<TermAsked> = {}): TermAsked => ({
  kind,
  startsOn,
  endsOn: '2027-12-31',
  quota: null,
  ...more,
});
const refusal = (terms: readonly Term[], line: TermAsked): string | null =>
  termRefusal({ endedOn: null }, terms, line);

describe('a line of an electronic resource', () => {
  it('renews a term from the day after its last one, not on the last one', () => {
    expect(refusal([year], asked('renewal', '2026-12-31'))).toBe('e-resource.term-overlaps');
    expect(refusal([year], asked('renewal', '2027-01-01'))).toBeNull();
    expect(refusal([year], asked('renewal', '2027-01-02'))).toBeNull();
    expect(refusal([], asked('renewal', '2027-01-01'))).toBe('e-resource.nothing-to-renew');
  });

  it('adds a quota within a term, from its first day to its last', () => {
    const more = { quota: 45_000 };
    expect(refusal([year], asked('add-on', '2025-12-31', more))).toBe('e-resource.not-in-term');
    expect(refusal([year], asked('add-on', '2026-01-01', more))).toBeNull();
    expect(refusal([year], asked('add-on', '2026-12-31', more))).toBeNull();
    expect(refusal([year], asked('add-on', '2027-01-01', more))).toBe('e-resource.not-in-term');
    expect(refusal([year], asked('add-on', '2026-01-01'))).toBe('e-resource.no-quota');
  });

  it('is not renewed where it was bought for good, or ended', () => {
    const forGood = { startsOn: '2020-01-01', endsOn: null };
    expect(refusal([forGood], asked('renewal', '2027-01-01'))).toBe('e-resource.term-overlaps');
    expect(refusal([forGood], asked('add-on', '2027-01-01', { quota: 1 }))).toBeNull();
    expect(termRefusal({ endedOn: '2026-06-30' }, [], asked('subscription', '2027-01-01'))).toBe(
      'e-resource.ended',
    );
  });

  it('moves the last day of the resource', () => {
    const next = { startsOn: '2027-01-01', endsOn: '2027-06-30' };
    expect(endOf([])).toBeNull();
    expect(endOf([next, year])).toBe('2027-06-30');
    expect(endOf([year, { ...next, endsOn: null }])).toBeNull();
    expect(endOfTermAt([year, next], '2027-01-01')).toBe('2027-06-30');
  });
});

it('readers are sent to a link, or to the entries of a database of the school', () => {
  expect(isToBeFound({ url: null, kind: 'feature-database' }, 0)).toBe(false);
  expect(isToBeFound({ url: null, kind: 'feature-database' }, 1)).toBe(true);
  expect(isToBeFound({ url: null, kind: 'website' }, 1)).toBe(false);
  expect(isToBeFound({ url: 'https://a.example', kind: 'website' }, 0)).toBe(true);
});
