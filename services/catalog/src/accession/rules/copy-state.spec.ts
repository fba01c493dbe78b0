import { STOCK_STATES } from '@shulian/contracts/words';
import { describe, expect, it } from '@jest/globals';
import { isAvailable, stateChangeRefusals, statusOf } from './copy-state.js';

describe('the stock state of a copy', () => {
  it('[CAT-022] becomes lendable from processing, and reading-room, repair or missing and back', () => {
    for (const from of STOCK_STATES)
      for (const to of STOCK_STATES)
        if (from !== 'withdrawn' && to !== 'withdrawn')
          expect(stateChangeRefusals(from, to, 'in', null)).toEqual([]);
  });

  it('[CAT-038] ends with a withdrawal, which needs a reason', () => {
    expect(stateChangeRefusals('lendable', 'withdrawn', 'in', null)).toEqual([
      { code: 'copy.withdrawal-reason-missing' },
    ]);
    expect(stateChangeRefusals('lendable', 'withdrawn', 'in', 'damaged')).toEqual([]);
    expect(stateChangeRefusals('withdrawn', 'lendable', 'in', null)).toEqual([
      { code: 'copy.transition-refused', from: 'withdrawn', to: 'lendable' },
    ]);
    expect(stateChangeRefusals('withdrawn', 'withdrawn', 'in', null)).toEqual([]);
  });

  it('is not withdrawn while the copy is known to be out; a lost copy can be written off', () => {
    for (const lending of ['on-loan', 'hold-shelf', 'in-transit'] as const)
      expect(stateChangeRefusals('lendable', 'withdrawn', lending, 'damaged')).toEqual([
        { code: 'copy.on-loan', lending },
      ]);
    expect(stateChangeRefusals('missing', 'withdrawn', 'lost', 'lost-and-paid')).toEqual([]);
  });

  it('is available only on the shelf and lendable', () => {
    expect(isAvailable('lendable', 'in')).toBe(true);
    expect(isAvailable('lendable', 'on-loan')).toBe(false);
    expect(isAvailable('reading-room', 'in')).toBe(false);
  });

  it('is told in one word with the lending state', () => {
    expect(statusOf('lendable', 'in')).toBe('lendable');
    expect(statusOf('lendable', 'on-loan')).toBe('on-loan');
    expect(statusOf('withdrawn', 'on-loan')).toBe('withdrawn');
  });
});
