import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { replanRefusal, stepRefusal } from './shelf-shift.js';

const ended = { endedOn: '2026-10-12' as CalendarDay };
const open = { endedOn: null };

describe('a shelf shift', () => {
  it('is planned anew while none of its steps is done', () => {
    expect([replanRefusal(open, 0), replanRefusal(open, 1), replanRefusal(ended, 0)]).toEqual([
      null,
      'shelf-shift.begun',
      'shelf-shift.ended',
    ]);
  });

  it('has each step carried out once, while it goes on', () => {
    expect([stepRefusal(open, false), stepRefusal(open, true), stepRefusal(ended, false)]).toEqual([
      null,
      'shelf-shift.step-done',
      'shelf-shift.ended',
    ]);
  });
});
