import { describe, expect, it } from '@jest/globals';
import { LENDING_STATES, STOCK_STATES } from '@shulian/contracts/words';
import { alarmFor } from './passage.js';

describe('a copy at the exit', () => {
  it('leaves when it is lent or on its way, whatever the stock says of it, and in no other state', () => {
    for (const stockState of STOCK_STATES)
      for (const lending of LENDING_STATES)
        expect(alarmFor({ stockState, lending }) === null).toBe(['on-loan', 'in-transit'].includes(lending));
  });

  it('says why it must not', () => {
    expect(alarmFor(null)).toBe('unknown-barcode');
    expect(alarmFor({ stockState: 'lendable', lending: 'in' })).toBe('not-lent');
    expect(alarmFor({ stockState: 'reading-room', lending: 'in' })).toBe('reading-room');
    expect(alarmFor({ stockState: 'withdrawn', lending: 'in' })).toBe('withdrawn');
    expect(alarmFor({ stockState: 'lendable', lending: 'hold-shelf' })).toBe('not-lent');
  });
});
