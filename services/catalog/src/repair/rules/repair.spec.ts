import { describe, expect, it } from '@jest/globals';
import { stateAfterRepair } from './repair.js';

describe('a copy after its repair', () => {
  it('goes back to where it was, and begins anew where it came from nowhere', () => {
    expect(stateAfterRepair('mended', 'book', 'lendable')).toBe('lendable');
    expect(stateAfterRepair('mended', 'book', 'processing')).toBe('processing');
    expect(stateAfterRepair('not-needed', 'book', 'reading-room')).toBe('reading-room');
    expect(stateAfterRepair('mended', 'book', 'repair')).toBe('lendable');
    expect(stateAfterRepair('mended', 'book', 'missing')).toBe('lendable');
    expect(stateAfterRepair('mended', 'reference', 'lendable')).toBe('reading-room');
  });

  it('stays out of use when it cannot be mended', () => {
    expect(stateAfterRepair('beyond-repair', 'book', 'lendable')).toBe('repair');
  });
});
