import { describe, expect, it } from '@jest/globals';
import type { Grant } from '@shulian/contracts/access';
import fc from 'fast-check';
import { packedGrants, unpackedGrants } from './packed-grants.js';

const id = fc.uuid();
const some = fc.option(id, { nil: undefined });
const grant: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom('librarian', 'school-head', 'teacher', 'reader', 'county-admin'),
    schoolId: some,
    classId: some,
    readerId: some,
    only: fc.option(fc.array(fc.constantFrom('loans', 'serials'), { minLength: 1 }), { nil: undefined }),
    delegated: fc.constantFrom(true as const, undefined),
  })
  .map((each) => JSON.parse(JSON.stringify(each)) as Grant);
const inOrder = (grants: readonly Grant[]): string[] =>
  grants.map((each) => JSON.stringify(Object.entries(each).sort())).sort();

describe('grants in a token', () => {
  it('say after packing and unpacking what they said before', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 12 }), (grants) => {
        expect(inOrder(unpackedGrants(packedGrants(grants)))).toEqual(inOrder(grants));
      }),
    );
  });
  it('of a cluster are one, and their ids are in lower case', () => {
    const schools = ['A', 'B', 'C'];
    const packed = packedGrants(schools.map((schoolId) => ({ role: 'librarian', schoolId })));
    expect(packed).toEqual([{ role: 'librarian', schoolIds: schools }]);
    expect(unpackedGrants(packed).map(({ schoolId }) => schoolId)).toEqual(['a', 'b', 'c']);
  });
});
