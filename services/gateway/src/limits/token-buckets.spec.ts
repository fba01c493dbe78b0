import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TokenBuckets } from './token-buckets.js';

describe('a token bucket', () => {
  it('gives n at once, and not n + 1', () => {
    const buckets = new TokenBuckets(3, 1);
    const taken = [0, 0, 0, 0].map((now) => buckets.take('a', now));
    expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(taken.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);
    expect(taken[3]).toMatchObject({ retryAfterSeconds: 1, fullAfterSeconds: 3 });
    expect(buckets.take('b', 0).allowed).toBe(true);
  });

  it('gives the next one when its time has come, and not a millisecond before', () => {
    const buckets = new TokenBuckets(1, 0.5);
    expect(buckets.take('a', 0).allowed).toBe(true);
    expect(buckets.take('a', 1_999)).toMatchObject({ allowed: false, retryAfterSeconds: 1 });
    expect(buckets.take('a', 2_000).allowed).toBe(true);
    expect(buckets.take('a', 2_000)).toMatchObject({ allowed: false, retryAfterSeconds: 2 });
  });

  it('gives back what did not count, never more than it holds', () => {
    const buckets = new TokenBuckets(1, 0.001);
    expect(buckets.take('a', 0).allowed).toBe(true);
    buckets.giveBack('a');
    buckets.giveBack('a');
    expect([buckets.take('a', 0).allowed, buckets.take('a', 0).allowed]).toEqual([true, false]);
    buckets.giveBack('unknown');
  });

  it('forgets the key that was used longest ago', () => {
    const buckets = new TokenBuckets(1, 0.001, 2);
    for (const key of ['a', 'b', 'a', 'c']) buckets.take(key, 0);
    expect(buckets.take('a', 0).allowed).toBe(false);
    expect(buckets.take('b', 0).allowed).toBe(true);
  });

  it('never gives more than its size plus what flowed in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }),
        (capacity, perSecond, pauses) => {
          const buckets = new TokenBuckets(capacity, perSecond);
          let now = 0;
          let given = 0;
          for (const pause of pauses) {
            now += pause;
            if (buckets.take('a', now).allowed) given += 1;
          }
          expect(given).toBeLessThanOrEqual(capacity + (now / 1000) * perSecond + 1e-6);
        },
      ),
    );
  });
});
