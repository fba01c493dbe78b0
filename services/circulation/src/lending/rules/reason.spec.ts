import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Reason } from './reason.js';

const reason = (code: string, severity: Reason['severity'], overridable: boolean): Reason => ({
  code,
  severity,
  overridable,
});
const over = (...codes: string[]) => codes.map((code) => ({ code, reason: 'the head teacher asked' }));

describe('a decision', () => {
  it('refuses, asks, or allows', () => {
    expect(decide([], []).outcome).toBe('allow');
    expect(decide([reason('a', 'warn', false)], []).outcome).toBe('allow');
    expect(decide([reason('a', 'confirm', true)], []).outcome).toBe('confirm');
    expect(decide([reason('a', 'confirm', true), reason('b', 'deny', false)], []).outcome).toBe('deny');
  });
  it('lets a listed reason pass when the caller may override it, and remembers why', () => {
    const decision = decide([reason('a', 'deny', true), reason('b', 'confirm', true)], over('a', 'b', 'c'));
    expect([decision.outcome, decision.overridden.map((one) => one.code)]).toEqual(['allow', ['a', 'b']]);
  });
  it('is not moved by an override without the permission', () => {
    expect(decide([reason('a', 'deny', false)], over('a'))).toMatchObject({
      outcome: 'deny',
      overridden: [],
    });
  });
  it('allows exactly when every deny and confirm is overridable and listed', () => {
    const aReason = fc.record({
      code: fc.constantFrom('a', 'b', 'c', 'd'),
      severity: fc.constantFrom('deny' as const, 'confirm' as const, 'warn' as const),
      overridable: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(aReason, { selector: (one) => one.code }),
        fc.subarray(['a', 'b', 'c', 'd']),
        (found, listed) => {
          const passes = found.every(
            (one) => one.severity === 'warn' || (one.overridable && listed.includes(one.code)),
          );
          expect(decide(found, over(...listed)).outcome === 'allow').toBe(passes);
        },
      ),
    );
  });
});
