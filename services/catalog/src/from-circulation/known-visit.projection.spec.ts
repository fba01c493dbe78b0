import { describe, expect, it } from '@jest/globals';
import { knownVisitAfter } from './known-visit.projection.js';

const way = {
  copyId: 'copy',
  transferId: 'way',
  owningSchoolId: 'own',
  fromSchoolId: 'own',
  toSchoolId: 'other',
};
const after = (type: string, data: object): unknown =>
  knownVisitAfter({
    type: `shulian.circulation.transfer.${type}.v1`,
    aggregateversion: 2,
    data: { ...way, ...data },
  } as never).atSchoolId;

describe('the school where the catalogue knows a copy to lie', () => {
  it('is another one from its receipt there until it is packed, and its own else', () => {
    expect(after('requested', {})).toBeNull();
    expect(after('packed', { packedOn: '2026-10-12' })).toBeNull();
    expect(after('received', { atSchoolId: 'other' })).toBe('other');
    const home = { fromSchoolId: 'other', toSchoolId: 'own' };
    expect(after('requested', home)).toBe('other');
    expect(after('packed', { ...home, packedOn: '2026-10-13' })).toBeNull();
    expect(after('packed', { ...home, packedOn: null })).toBe('other');
    expect(after('received', { ...home, atSchoolId: 'own' })).toBeNull();
    for (const how of ['refused', 'not-needed', 'lost']) expect(after('ended', { ...home, how })).toBeNull();
  });
});
