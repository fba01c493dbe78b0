import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { issueMeant, type KnownIssue } from './arrival.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const issue = (first: number, dueOn: string, receivedOn: string | null = null, last = first): KnownIssue => ({
  id: String(first),
  first,
  last,
  dueOn: day(dueOn),
  receivedOn: receivedOn === null ? null : day(receivedOn),
});
const meant = (issues: readonly KnownIssue[], today: string, number: number | null = null): string | null =>
  issueMeant(issues, day(today), number)?.id ?? null;

describe('the issue that is meant by a scan', () => {
  const monthly = [
    issue(6, '2026-06-01', '2026-06-02'),
    issue(7, '2026-07-01', null, 8),
    issue(9, '2026-09-01'),
  ];

  it('is the newest that is due, also when an older one is missing', () => {
    expect(meant([issue(5, '2026-05-01'), ...monthly], '2026-06-20')).toBe('6');
    expect(meant([issue(5, '2026-05-01'), ...monthly], '2026-05-31')).toBe('5');
    expect(meant(monthly, '2026-08-31')).toBe('7');
  });

  it('is the same again on the day it came, and the next one from a week before its day on', () => {
    expect(meant([issue(1, '2026-06-01', '2026-06-01'), issue(2, '2026-06-02')], '2026-06-01')).toBe('1');
    expect(meant(monthly, '2026-06-23')).toBe('6');
    expect(meant(monthly, '2026-06-24')).toBe('7');
    expect(meant(monthly, '2026-06-25')).toBe('7');
  });

  it('is the one that holds the number, of the year that is near', () => {
    expect(meant(monthly, '2026-06-20', 8)).toBe('7');
    expect(meant(monthly, '2026-06-20', 9)).toBe('9');
    expect(meant(monthly, '2026-06-20', 10)).toBeNull();
    const twice = [issue(1, '2026-01-01'), { ...issue(1, '2027-01-01'), id: 'next' }];
    expect(meant(twice, '2026-12-24', 1)).toBe('1');
    expect(meant(twice, '2026-12-25', 1)).toBe('next');
  });

  it('is none where none is near', () => {
    expect(meant([], '2026-06-20')).toBeNull();
    expect(meant([issue(9, '2026-09-01')], '2026-08-24')).toBeNull();
    expect(meant([issue(9, '2026-09-01')], '2026-08-25')).toBe('9');
  });
});
