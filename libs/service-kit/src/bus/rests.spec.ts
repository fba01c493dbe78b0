import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Rests } from './rests.js';

const held = { topic: 'topic', part: 0, why: new Error('locked') };
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('partitions that rest', () => {
  it.each([
    [3, []],
    [4, ['topic/0 waits: locked']],
  ])('say why after more than three failures: %d', (failures, why) => {
    const rests = new Rests();
    for (let n = 0; n < failures; n += 1) rests.failed(held);
    expect(rests.why()).toEqual(why);
  });

  it.each([
    [60_000, 1],
    [60_001, 0],
  ])('are told of until nobody has tried them here for a minute: %d ms after the rest', (ms, told) => {
    const rests = new Rests();
    let rest = 0;
    for (let n = 0; n < 4; n += 1) rest = rests.failed(held);
    jest.advanceTimersByTime(rest + ms);
    expect(rests.why()).toHaveLength(told);
  });

  it('rest briefly again when they come back from another instance', () => {
    const rests = new Rests();
    const first = rests.failed(held);
    for (let n = 0; n < 8; n += 1) rests.failed(held);
    jest.advanceTimersByTime(100_000);
    expect(rests.failed(held)).toBe(first);
  });
});
