import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CopyId } from '@shulian/contracts/ids';
import { compareCallNumbers } from '../../classification/rules/filing-order.js';
import { readShelf, type Scanned } from './reading-of-shelf.js';

const scan = (callNumber: string | null, at: number, more: object = {}): Scanned => ({
  barcode: `B${String(at + 1)}`,
  copy: { id: `c${String(at + 1)}` as CopyId, callNumber, belongsHere: true, isIn: true, ...more },
});
const read = (...callNumbers: (string | null)[]) =>
  readShelf(callNumbers.map((callNumber, at) => scan(callNumber, at))).map(
    ({ position, finding, behindId }) => [position, finding, behindId],
  );

describe('reading a shelf', () => {
  it('finds nothing where all stand in the order of the shelf, copies of one number side by side', () => {
    expect(read('B2/1', 'I24/1', 'I24/1', 'I24/2', 'I24/10', 'I247.5/3')).toEqual([]);
  });

  it('names the one copy that was put back wrongly, and behind which it belongs', () => {
    expect(read('I24/1', 'I24/9', 'I24/2', 'I24/3')).toEqual([[2, 'out-of-order', 'c4']]);
    expect(read('I24/2', 'I24/3', 'I24/1')).toEqual([[3, 'out-of-order', null]]);
  });

  it('leaves a copy without a call number where it is', () => {
    expect(read('I24/2', null, 'I24/3')).toEqual([]);
  });

  it('takes what does not belong here aside, and does not measure the others by it', () => {
    const shelf = [
      scan('I24/1', 0),
      scan('Z9/1', 1, { belongsHere: false }),
      scan('A1/1', 2, { isIn: false, belongsHere: false }),
      { barcode: 'B4', copy: null },
      scan('I24/2', 4),
    ];
    expect(readShelf(shelf).map(({ barcode, finding }) => [barcode, finding])).toEqual([
      ['B2', 'of-another-place'],
      ['B3', 'not-to-be-here'],
      ['B4', 'unknown'],
    ]);
  });

  it('leaves a shelf in order once all that it names are put where it says, and names none in vain', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, (shelf) => {
        const scanned = shelf.map((number, at) => scan(`I24/${String(number)}`, at));
        const findings = readShelf(scanned);
        const named = new Set(findings.map(({ copyId }) => copyId));
        const order = scanned.flatMap(({ copy }) => (copy === null || named.has(copy.id) ? [] : [copy]));
        for (const { copyId, behindId } of findings) {
          const copy = scanned.find((each) => each.copy?.id === copyId)?.copy;
          if (!copy) throw new Error('a finding of no copy');
          let at = behindId === null ? 0 : order.findIndex(({ id }) => id === behindId) + 1;
          // Others that go behind the same copy come in the order of their numbers.
          while (
            findings.some(({ copyId: other }) => other === order[at]?.id) &&
            compareCallNumbers(order[at]?.callNumber ?? '', copy.callNumber ?? '') <= 0
          )
            at += 1;
          order.splice(at, 0, copy);
        }
        const isSorted = order.every(
          (copy, at) =>
            at === 0 || compareCallNumbers(order[at - 1]?.callNumber ?? '', copy.callNumber ?? '') <= 0,
        );
        expect(isSorted).toBe(true);
        if (shelf.every((number, at) => at === 0 || (shelf[at - 1] ?? 0) <= number))
          expect(findings).toEqual([]);
      }),
    );
  });
});
