import { describe, expect, it } from '@jest/globals';
import { positionAfterUndo, positionOf, PRODUCTION_STEPS, stepAt } from './production.js';

describe('the steps of making cards', () => {
  it('[RDR-006] are six, from the notice to the lamination', () => {
    expect(PRODUCTION_STEPS.map(positionOf)).toEqual([1, 2, 3, 4, 5, 6]);
    expect([0, 1, 6, 7].map(stepAt)).toEqual([null, 'notice', 'laminated', null]);
  });

  it('are undone one by one, the entry with its barcodes, the notice not', () => {
    expect([1, 2, 3, 4, 5, 6].map(positionAfterUndo)).toEqual([null, 1, 2, 3, 3, 5]);
  });
});
