import { describe, expect, it } from '@jest/globals';
import { LongSlots } from './long-slots.js';

const BUSY = expect.objectContaining({ status: 503, code: 'service.busy', extras: { retryAfterSeconds: 2 } });

describe('slots for long answers', () => {
  it('are so many in all and so many of one caller, and are given back once', () => {
    const slots = new LongSlots({ slots: 3, perCaller: 2 });
    const leave = slots.enter('a');
    slots.enter('a');
    expect(() => slots.enter('a')).toThrow(BUSY);
    slots.enter('b');
    expect(() => slots.enter('b')).toThrow(BUSY);
    leave();
    leave();
    slots.enter('a');
    expect(() => slots.enter('c')).toThrow(BUSY);
  });
});
