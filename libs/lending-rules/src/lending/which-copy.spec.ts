import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyToLend, whichCopy, type Candidate } from './which-copy.js';

const candidate = (copyId: string, named: Partial<Candidate> = {}): Candidate => ({
  copyId,
  own: false,
  lent: false,
  visible: true,
  withdrawn: false,
  ...named,
});
const chosen = (...candidates: Candidate[]): unknown => {
  const found = whichCopy(candidates);
  return found === null ? null : [found.copy.copyId, found.alike];
};

describe('the copy that a barcode means at a return', () => {
  it('is none where nobody has the barcode', () => {
    expect(chosen()).toBeNull();
  });
  it('is one on loan before the desk’s own, the own before one of another school', () => {
    const lent = candidate('lent', { lent: true });
    const own = candidate('own', { own: true });
    const other = candidate('other');
    expect(chosen(other, own, lent)).toEqual(['lent', 0]);
    expect(chosen(other, own)).toEqual(['own', 0]);
    expect(chosen(other)).toEqual(['other', 0]);
  });
  it('is never a loan the caller may not know of, as long as there is another', () => {
    const hidden = candidate('hidden', { lent: true, visible: false });
    expect(chosen(hidden, candidate('own', { own: true }))).toEqual(['own', 0]);
    expect(chosen(hidden, candidate('seen'))).toEqual(['seen', 0]);
    expect(chosen(hidden)).toEqual(['hidden', 0]);
  });
  it('is not one that was withdrawn, where another has its barcode now', () => {
    const [old, now] = [candidate('a', { own: true, withdrawn: true }), candidate('b', { own: true })];
    expect(chosen(old, now)).toEqual(['b', 1]);
  });
  it('is said to be one of several where another would do as well', () => {
    expect(chosen(candidate('b'), candidate('a'), candidate('own', { own: true }))).toEqual(['own', 0]);
    expect(chosen(candidate('b'), candidate('a'))).toEqual(['a', 1]);
  });
  it('does not depend on the order in which copies are found', () => {
    const any = fc.record({
      own: fc.boolean(),
      lent: fc.boolean(),
      visible: fc.boolean(),
      withdrawn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (list) => {
        const all = list.map((one, n) => candidate(String(n), one));
        expect(chosen(...all.toReversed())).toEqual(chosen(...all));
      }),
    );
  });
});

describe('the copy that a barcode means at a checkout', () => {
  const own = (copyId: string, withdrawn = false) => ({ copyId, withdrawn });

  it('is the desk’s own, however many schools have the barcode as well', () => {
    expect(copyToLend([own('a')], 0)).toEqual({ is: 'here', copy: own('a') });
    expect(copyToLend([own('a')], 2)).toEqual({ is: 'here', copy: own('a') });
  });
  it('is at a checkout not one that was withdrawn, where another has its barcode now', () => {
    expect(copyToLend([own('a', true), own('b')], 0)).toEqual({ is: 'here', copy: own('b') });
    expect(copyToLend([own('a', true)], 0)).toEqual({ is: 'here', copy: own('a', true) });
  });
  it('is unknown in no school, foreign in one other, ambiguous in two', () => {
    expect(copyToLend([], 0)).toEqual({ is: 'unknown' });
    expect(copyToLend([], 1)).toEqual({ is: 'foreign' });
    expect(copyToLend([], 2)).toEqual({ is: 'ambiguous', schools: 2 });
  });
  it('does at a checkout not depend on the order in which copies are found', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 5 }), fc.nat(3), (withdrawn, elsewhere) => {
        const list = withdrawn.map((is, n) => own(String(n), is));
        expect(copyToLend(list.toReversed(), elsewhere)).toEqual(copyToLend(list, elsewhere));
      }),
    );
  });
});
