import { describe, expect, it } from '@jest/globals';
import { holdsScope, reachesReader, reachesSchool, reachOf } from './reach.js';
import type { Grant, TokenClaims } from './roles.js';

const account = (...grants: Grant[]): TokenClaims => ({
  sub: 'a',
  kind: 'account',
  grants,
  scopes: [],
  schools: null,
});
const client = (scopes: TokenClaims['scopes'], schools: string[] | null): TokenClaims => ({
  sub: 'c',
  kind: 'client',
  grants: [],
  scopes,
  schools,
});
const pupil = { readerId: 'r1', schoolId: 's1', classId: 'c1' };

describe('who may do what', () => {
  it('[GTW-008] gives a librarian the own school and no other', () => {
    const reach = reachOf(account({ role: 'librarian', schoolId: 's1' }), 'loans.list');
    expect(reach && reachesSchool(reach, 's1')).toBe(true);
    expect(reach && reachesSchool(reach, 's2')).toBe(false);
  });
  it('gives a county administrator no reader and no loan', () => {
    const admin = account({ role: 'county-admin' });
    expect(reachOf(admin, 'loans.list')).toBeNull();
    expect(reachOf(admin, 'readers.read')).toBeNull();
    expect(reachOf(admin, 'checkouts.create')).toBeNull();
    expect(reachOf(admin, 'schools.create')).not.toBeNull();
  });
  it('[GTW-008] limits a class helper to the own class', () => {
    const reach = reachOf(
      account({ role: 'class-helper', schoolId: 's1', classId: 'c1' }),
      'checkouts.create',
    );
    expect(reach && reachesReader(reach, pupil)).toBe(true);
    expect(reach && reachesReader(reach, { ...pupil, classId: 'c2' })).toBe(false);
    expect(reach && reachesReader(reach, { ...pupil, classId: null })).toBe(false);
    expect(reach && reachesSchool(reach, 's1')).toBe(false);
  });
  it('limits a reader to the own loans', () => {
    const reach = reachOf(account({ role: 'reader', readerId: 'r1' }), 'loans.list');
    expect(reach && reachesReader(reach, pupil)).toBe(true);
    expect(reach && reachesReader(reach, { ...pupil, readerId: 'r2' })).toBe(false);
  });
  it('lets a client do what its scopes name, at its schools', () => {
    expect(reachOf(client(['catalog.read'], ['s1']), 'checkouts.create')).toBeNull();
    const reach = reachOf(client(['circulation.desk'], ['s1']), 'checkouts.create');
    expect(reach && reachesSchool(reach, 's1')).toBe(true);
    expect(reach && reachesSchool(reach, 's2')).toBe(false);
    expect(reachOf(client(['circulation.desk'], null), 'checkouts.create')?.county).toBe(true);
    expect(reachOf(client(['catalog.read'], ['s1']), 'accounts.create')).toBeNull();
  });
  it('takes a wider scope for the narrower one, never the other way', () => {
    expect(reachOf(client(['events.read.readers'], ['s1']), 'events.follow')).not.toBeNull();
    expect(holdsScope({ scopes: ['events.read'] }, 'events.read.readers')).toBe(false);
    expect(holdsScope({ scopes: ['events.read.readers'] }, 'events.read')).toBe(true);
    expect(holdsScope({ scopes: ['catalog.read'] }, 'events.read')).toBe(false);
  });
  it('refuses a grant that lacks its place', () => {
    expect(reachOf(account({ role: 'librarian' }), 'loans.list')).toBeNull();
    expect(reachOf(account({ role: 'teacher', schoolId: 's1' }), 'loans.list')).toBeNull();
  });
});
