import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDue, isNextTold, signingKey, stillTold, withNext, type RingKey } from './key-ring.js';

const rules = { aheadMs: 60_000, behindMs: 43_260_000, everyMs: 90 * 86_400_000 };
const key = (keyId: string, signsFrom: number): RingKey => ({
  keyId,
  madeAt: signsFrom - rules.aheadMs,
  signsFrom,
  replacedAt: null,
});

describe('the ring of signing keys', () => {
  const ring = withNext([key('old', 0)], key('new', 1_000));
  it.each([
    [999, 'old', true],
    [1_000, 'new', false],
    [1_001, 'new', false],
  ])('signs with the new one from its instant on (%i)', (now, keyId, isAhead) => {
    expect(signingKey(ring, now)?.keyId).toBe(keyId);
    expect(isNextTold(ring, now)).toBe(isAhead);
  });
  it.each([
    [-1, 2],
    [0, 1],
    [1, 1],
  ])('tells the old one until no token of it lives (%i after: %i)', (after, told) => {
    expect(stillTold(ring, 1_000 + rules.behindMs + after, rules)).toHaveLength(told);
  });
  it.each([
    [-1, false],
    [0, true],
    [1, true],
  ])('is changed when its key is old enough (%i: %s)', (after, due) => {
    expect(isDue([key('only', 0)], rules.everyMs + after, rules)).toBe(due);
    expect(isDue([key('only', 0)], rules.everyMs + after, { ...rules, everyMs: 0 })).toBe(false);
  });
  it('always tells the key of every token that lives', () => {
    const instants = fc.array(fc.integer({ min: 1, max: 200_000_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 300_000_000 }), (times, signedAt) => {
        const keys = [...new Set(times)]
          .sort((a, b) => a - b)
          .reduce((all, at) => withNext(all, key(`at ${String(at)}`, at)), [key('first', 0)]);
        const signer = signingKey(keys, signedAt)?.keyId;
        for (const age of [0, 1, rules.behindMs - 1])
          expect(stillTold(keys, signedAt + age, rules).map(({ keyId }) => keyId)).toContain(signer);
      }),
    );
  });
});
