import { describe, expect, it } from '@jest/globals';
import { reachOf, type Grant, type TokenClaims } from '@shulian/contracts/access';
import { isWished, maySee, typesWithReaders } from './visibility.js';

const account = (...grants: Grant[]): TokenClaims => ({
  sub: 'a',
  kind: 'account',
  grants,
  scopes: [],
  schools: null,
});
const client = (schools: string[] | null): TokenClaims => ({
  sub: 'c',
  kind: 'client',
  grants: [],
  scopes: ['events.read'],
  schools,
});
const sees = (claims: TokenClaims, type: string, schoolId: string | null): boolean => {
  const reach = reachOf(claims, 'events.follow');
  return reach !== null && maySee(reach, claims.kind === 'client', { type, schoolId });
};
const lent = 'shulian.circulation.loan.checked-out.v1';
const opened = 'shulian.readers.school.opened.v1';
const described = 'shulian.catalog.title.described.v1';

describe('who sees which events', () => {
  it('takes every type that names a reader for one that tells of readers', () => {
    expect([...typesWithReaders]).toEqual(
      expect.arrayContaining([
        lent,
        'shulian.readers.reader.enrolled.v1',
        'shulian.readers.card.issued.v1',
        'shulian.circulation.hold.placed.v1',
        'shulian.activities.reading-note.accepted.v1',
      ]),
    );
    expect(typesWithReaders.has(opened)).toBe(false);
    expect(typesWithReaders.has(described)).toBe(false);
    expect(typesWithReaders.has('shulian.catalog.copy.accessioned.v1')).toBe(false);
  });

  it.each<[string, TokenClaims, boolean, boolean, boolean, boolean]>([
    // own loan, foreign loan, foreign school opened, title of the county
    ['a librarian', account({ role: 'librarian', schoolId: 's1' }), true, false, false, true],
    ['a school head', account({ role: 'school-head', schoolId: 's1' }), true, false, false, true],
    ['the county administrator', account({ role: 'county-admin' }), false, false, true, true],
    ['the county viewer', account({ role: 'county-viewer' }), false, false, true, true],
    [
      'a viewer who is a librarian too',
      account({ role: 'county-viewer' }, { role: 'librarian', schoolId: 's1' }),
      true,
      false,
      true,
      true,
    ],
    ['a client of the school', client(['s1']), true, false, false, true],
    ['a client of all schools', client(null), true, true, true, true],
    ['a reader', account({ role: 'reader', readerId: 'r1' }), false, false, false, false],
    ['a teacher', account({ role: 'teacher', schoolId: 's1', classId: 'c1' }), false, false, false, false],
  ])('%s', (_who, claims, ownLoan, foreignLoan, foreignSchool, title) => {
    expect([
      sees(claims, lent, 's1'),
      sees(claims, lent, 's2'),
      sees(claims, opened, 's2'),
      sees(claims, described, null),
    ]).toEqual([ownLoan, foreignLoan, foreignSchool, title]);
  });

  it('filters by type and school as asked', () => {
    const event = { type: lent, schoolId: 's1' };
    expect(isWished({ types: null, schoolId: null }, event)).toBe(true);
    expect(isWished({ types: new Set([lent]), schoolId: 's1' }, event)).toBe(true);
    expect(isWished({ types: new Set([opened]), schoolId: null }, event)).toBe(false);
    expect(isWished({ types: null, schoolId: 's2' }, event)).toBe(false);
  });
});
