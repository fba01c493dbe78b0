import { describe, expect, it } from '@jest/globals';
import { reasonOf, type GrantAsked, type PlaceAsked } from './explained-grant.js';

const T = new Date('2026-10-12T04:00:00Z');
const grant: GrantAsked = {
  schoolId: 's1',
  classId: 'c1',
  readerId: 'r1',
  startsAt: null,
  endsAt: null,
  isDelegated: false,
  reach: 'school',
  isCovered: true,
  isInOffice: true,
};
const place = (more: Partial<PlaceAsked> = {}): PlaceAsked => ({
  isAsked: true,
  schoolId: 's1',
  classId: null,
  readerId: null,
  ...more,
});
const nowhere = place({ schoolId: null });

describe('why a grant gives something here, or not', () => {
  it.each([
    ['county', nowhere, 'reaches'],
    ['school', place(), 'reaches'],
    ['school', place({ schoolId: 's2' }), 'elsewhere'],
    ['school', nowhere, 'elsewhere'],
    ['school', { ...nowhere, isAsked: false }, 'reaches'],
    ['class', place({ classId: 'c1' }), 'reaches'],
    ['class', place({ classId: 'c2' }), 'elsewhere'],
    ['class', place(), 'reaches'],
    ['self', place({ readerId: 'r1' }), 'reaches'],
    ['self', place({ readerId: 'r2' }), 'elsewhere'],
    [undefined, place(), 'role-may-not'],
  ] as const)('reach %s at %j: %s', (reach, asked, reason) => {
    expect(reasonOf({ ...grant, reach }, asked, T)).toBe(reason);
  });
  it.each([
    [{ endsAt: T }, 'ended'],
    [{ endsAt: new Date(T.getTime() + 1) }, 'reaches'],
    [{ startsAt: T }, 'reaches'],
    [{ startsAt: new Date(T.getTime() + 1) }, 'not-begun'],
    [{ isInOffice: false }, 'out-of-office'],
    [{ isCovered: false }, 'not-of-the-post'],
    [{ isCovered: false, isDelegated: true }, 'never-lent'],
  ] as const)('%j: %s', (more, reason) => {
    expect(reasonOf({ ...grant, ...more }, place(), T)).toBe(reason);
  });
});
