import { describe, expect, it } from '@jest/globals';
import { faultsOfGrant, usernameKey } from './account.js';

describe('an account', () => {
  it('has a name of 2 to 60 visible characters, compared without case', () => {
    expect(['Ａdmin', ' ADMIN '].map(usernameKey)).toEqual(['admin', 'admin']);
    expect(['a', 'a b', 'a'.repeat(61)].map(usernameKey)).toEqual([null, null, null]);
    expect(['ab', 'a'.repeat(60)].every((name) => usernameKey(name) !== null)).toBe(true);
  });

  it('has grants that hold where their role can', () => {
    const codes = (grant: Parameters<typeof faultsOfGrant>[0]): string[] =>
      faultsOfGrant(grant).map(({ field, code }) => `${field} ${code}`);
    expect(codes({ role: 'county-admin' })).toEqual([]);
    expect(codes({ role: 'county-admin', schoolId: 's' })).toEqual(['schoolId not-for-role']);
    expect(codes({ role: 'librarian' })).toEqual(['schoolId missing']);
    expect(codes({ role: 'librarian', schoolId: 's', classId: 'c' })).toEqual(['classId not-for-role']);
    expect(codes({ role: 'class-helper', classId: 'c' })).toEqual([]);
    expect(codes({ role: 'class-helper', classId: 'c', readerId: 'r' })).toEqual([]);
    expect(codes({ role: 'class-helper', readerId: 'r' })).toEqual(['classId missing']);
    expect(codes({ role: 'teacher', classId: 'c', readerId: 'r' })).toEqual(['readerId not-for-role']);
    expect(codes({ role: 'teacher' })).toEqual(['schoolId missing']);
    expect(codes({ role: 'reader', schoolId: 's' })).toEqual(['readerId missing']);
    expect(codes({ role: 'device', schoolId: 's', readerId: 'r' })).toEqual(['readerId not-for-role']);
  });
});
