import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  codesIn,
  faultOfMapping,
  MAPPED_ROLES,
  mappedGrants,
  valuesOf,
  type Mapping,
} from './claims-mapping.js';

const schools = new Map([
  ['S1', 'one'],
  ['S2', 'two'],
]);
const teacher: Mapping = { claim: 'roles', value: 'TEACHER', role: 'teacher', schoolClaim: 'org.code' };

describe('claims and grants', () => {
  it('give a role at the schools whose codes they name, and at none that is not there', () => {
    const claims = { roles: ['X', 'TEACHER'], org: { code: ['s1', 'S2', 'S9'] } };
    expect(mappedGrants(claims, [teacher, teacher], schools)).toEqual([
      { role: 'teacher', schoolId: 'one' },
      { role: 'teacher', schoolId: 'two' },
    ]);
    expect(codesIn(claims, [teacher])).toEqual(['S1', 'S2', 'S9']);
  });
  it('give nothing without the value, the claim, or the school', () => {
    for (const claims of [
      {},
      { roles: 'teacher', org: { code: 'S1' } },
      { roles: 'TEACHER' },
      { roles: null },
    ])
      expect(mappedGrants(claims, [teacher], schools)).toEqual([]);
    expect(valuesOf({}, 'constructor.name')).toEqual([]);
  });
  it('are held to one place a role', () => {
    const fault = (more: object): string | null => faultOfMapping({ ...teacher, ...more });
    expect(fault({})).toBeNull();
    expect(fault({ schoolId: 'one' })).toBe('one-place');
    expect(fault({ schoolClaim: null })).toBe('one-place');
    expect(fault({ role: 'county-viewer' })).toBe('not-for-role');
    expect(fault({ role: 'county-viewer', schoolClaim: null })).toBeNull();
  });
  it('never give a role that no mapping names, whatever the district says', () => {
    const anything = fc.dictionary(fc.constantFrom('roles', 'org', 'role', '__proto__'), fc.jsonValue());
    fc.assert(
      fc.property(anything, (claims) => {
        for (const { role, schoolId } of mappedGrants(claims, [teacher], schools)) {
          expect(MAPPED_ROLES).toContain(role);
          expect([...schools.values()]).toContain(schoolId);
        }
      }),
    );
  });
});
