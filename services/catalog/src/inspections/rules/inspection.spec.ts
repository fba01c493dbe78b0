import { describe, expect, it } from '@jest/globals';
import { faultsOf, pilesOf, type Found } from './inspection.js';

const found = (more: Partial<Found>): Found => ({
  barcode: null,
  words: null,
  damage: 'torn',
  decision: 'noted',
  ...more,
});

describe('what an inspection found', () => {
  it('is a copy by its barcode, once, or something in words that nobody can take for repair', () => {
    const faults = faultsOf([
      found({ barcode: 'A' }),
      found({ words: '《少年文艺》3月号' }),
      found({}),
      found({ barcode: 'B', words: '两样' }),
      found({ words: '《人民日报》合订', decision: 'to-repair' }),
      found({ barcode: 'A', decision: 'to-weed' }),
    ]);
    expect(faults).toEqual([
      { at: 2, fault: 'barcode-or-words' },
      { at: 3, fault: 'barcode-or-words' },
      { at: 4, fault: 'needs-barcode' },
      { at: 5, fault: 'twice' },
    ]);
  });

  it('leaves the shelf in piles of one damage', () => {
    const piles = pilesOf([
      found({ barcode: 'A', decision: 'to-repair' }),
      found({ barcode: 'B', decision: 'mended-at-once' }),
      found({ barcode: 'C', decision: 'to-weed' }),
      found({ barcode: 'D', decision: 'to-repair', damage: 'cover' }),
    ]);
    expect([...piles]).toEqual([
      ['torn', ['A', 'C']],
      ['cover', ['D']],
    ]);
  });
});
