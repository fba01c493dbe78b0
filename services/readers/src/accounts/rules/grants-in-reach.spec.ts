import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import { reachesAccount } from './grants-in-reach.js';

const head = { county: false, schools: new Set(['s1']) };
const county = { county: true, schools: new Set<string>() };
const [own, foreign, ofCounty]: readonly Grant[] = [
  { role: 'librarian', schoolId: 's1' },
  { role: 'librarian', schoolId: 's2' },
  { role: 'county-admin' },
];

describe('an account within reach', () => {
  it.each<[string, (Grant | undefined)[], boolean]>([
    ['of the own school', [own], true],
    ['of a foreign school', [foreign], false],
    ['of both', [own, foreign], false],
    ['of the county, who works at the school too', [own, ofCounty], false],
    ['of the county', [ofCounty], false],
    ['without any grant', [], false],
  ])('%s', (_which, grants, within) => {
    const given = grants.filter((grant) => grant !== undefined);
    expect(reachesAccount(head, given)).toBe(within);
    expect(reachesAccount(county, given)).toBe(true);
  });
});
