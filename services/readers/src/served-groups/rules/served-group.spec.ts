import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { faultOf, isServedOn, mayBeIn } from './served-group.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const agreement = { agreementNumber: '协2026-1', agreedFrom: day('2026-09-01'), agreedTo: day('2027-08-31') };
const none = { agreementNumber: null, agreedFrom: null, agreedTo: null };

describe('whom a library serves beyond its classes', () => {
  it('[RDR-014] are outsiders by an agreement, from its first day to its last', () => {
    expect(faultOf({ sort: 'outside', kind: 'army-unit', ...agreement })).toBeNull();
    expect(faultOf({ sort: 'outside', kind: 'army-unit', ...none })).toMatchObject({
      pointer: '/agreedFrom',
    });
    expect(faultOf({ sort: 'outside', kind: 'disabled', ...agreement })).toMatchObject({ pointer: '/kind' });
    const days = ['2026-08-31', '2026-09-01', '2027-08-31', '2027-09-01'].map(day);
    expect(days.map((on) => isServedOn({ ...agreement, endedOn: null }, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const ended = { ...agreement, endedOn: day('2026-12-31') };
    expect(['2026-12-31', '2027-01-01'].map((on) => isServedOn(ended, day(on)))).toEqual([true, false]);
  });

  it('[RDR-016] are readers of the school without one', () => {
    expect(faultOf({ sort: 'special', kind: 'left-behind', ...none })).toBeNull();
    expect(faultOf({ sort: 'special', kind: 'left-behind', ...agreement })).toMatchObject({
      code: 'of-outsiders',
    });
    expect([mayBeIn('special', 'student'), mayBeIn('special', 'external')]).toEqual([true, false]);
    expect([mayBeIn('profile', 'teacher'), mayBeIn('profile', 'student')]).toEqual([true, false]);
  });
});
