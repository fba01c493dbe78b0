import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { dayFaults, settled, type WorkReport } from './report.js';

const today = '2026-10-12' as CalendarDay;

describe('a report to the leaders', () => {
  it('is of no day to come, and of cataloguing between two days', () => {
    expect(dayFaults('ledgers', { from: null, asOf: '2026-10-12' }, today)).toEqual([]);
    expect(dayFaults('ledgers', { from: null, asOf: '2026-10-13' }, today)).toEqual([
      { pointer: '/asOf', code: 'in-the-future' },
    ]);
    expect(dayFaults('ledgers', { from: '2026-10-01', asOf: '2026-10-12' }, today)).toHaveLength(1);
    expect(dayFaults('cataloguing', { from: null, asOf: '2026-10-12' }, today)).toHaveLength(1);
    expect(dayFaults('cataloguing', { from: '2026-10-12', asOf: '2026-10-12' }, today)).toEqual([]);
    expect(dayFaults('cataloguing', { from: '2026-10-13', asOf: '2026-10-12' }, today)).toHaveLength(1);
  });

  it('is read or taken back, once', () => {
    const sent = { status: 'sent', settledOn: null } as WorkReport;
    const how = { status: 'acknowledged', remark: null, on: today, by: 'head' } as const;
    const read = settled(sent, how);
    expect(read).toMatchObject({ status: 'acknowledged', settledOn: today, settledBy: 'head' });
    expect(settled(read ?? sent, { ...how, status: 'withdrawn' })).toBeNull();
  });
});
