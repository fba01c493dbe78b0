import { describe, expect, it } from '@jest/globals';
import { coversOperation, notLendable } from './lent-operations.js';
import { accessMatrix, rowOf, type Operation } from './matrix.js';
import { reachOf } from './reach.js';
import { roles, type Grant, type TokenClaims } from './roles.js';

const all = Object.keys(accessMatrix) as Operation[];
/** Doors that several services answer are told of with the service. */
const ofOneService = all.filter((operation) => !('of' in rowOf(operation)));
const account = (...grants: Grant[]): TokenClaims => ({
  sub: 'a',
  kind: 'account',
  grants,
  scopes: [],
  schools: null,
});

describe('rights that are lent', () => {
  it('never give rights, whatever the role', () => {
    const giving = ofOneService.filter((operation) => rowOf(operation).givesRights === true);
    expect(giving.length).toBeGreaterThan(10);
    for (const role of roles)
      for (const operation of giving)
        expect([
          role,
          operation,
          reachOf(account({ role, schoolId: 's', delegated: true }), operation),
        ]).toEqual([role, operation, null]);
  });
  it('reach as far as the role itself in everything else', () => {
    const own = { role: 'school-head', schoolId: 's' } as const;
    for (const operation of ofOneService.filter((each) => rowOf(each).givesRights !== true))
      expect([operation, reachOf(account({ ...own, delegated: true }), operation)]).toEqual([
        operation,
        reachOf(account(own), operation),
      ]);
  });
  it('are those that are named, by themselves or by their group, and what is everybody to do', () => {
    const only = ['loans', 'classes.list'];
    for (const [operation, covered] of [
      ['loans.list', true],
      ['classes.list', true],
      ['classes.create', false],
      ['readers.read', false],
      ['me.read', true],
      ['sessions.end', true],
    ] as const)
      expect([operation, coversOperation({ only }, operation)]).toEqual([operation, covered]);
  });
  it('are named only where the role has them and may lend them', () => {
    expect(notLendable('school-head', ['library-staff', 'grants', 'accounts.list'])).toEqual(['grants']);
    expect(notLendable('librarian', ['schools.create', 'loan', 'loans', ''])).toEqual([
      'schools.create',
      'loan',
      '',
    ]);
  });
});
