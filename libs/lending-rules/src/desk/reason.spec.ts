import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Reason } from './reason.js';

const reason = (code: Reason['code'], severity: Reason['severity'], overridable: boolean): Reason => ({
  code,
  severity,
  overridable,
});
const over = (...codes: string[]) => codes.map((code) => ({ code, reason: 'the head teacher asked' }));

describe('a decision', () => {
  it('refuses, asks, or allows', () => {
    expect(decide([], []).outcome).toBe('allow');
    expect(decide([reason('reader.suspended', 'warn', false)], []).outcome).toBe('allow');
    expect(decide([reason('reader.suspended', 'confirm', true)], []).outcome).toBe('confirm');
    expect(
      decide([reason('reader.suspended', 'confirm', true), reason('reader.at-limit', 'deny', false)], [])
        .outcome,
    ).toBe('deny');
  });
  it('lets a listed reason pass when the caller may override it, and remembers why', () => {
    const decision = decide(
      [reason('reader.suspended', 'deny', true), reason('reader.at-limit', 'confirm', true)],
      over('reader.suspended', 'reader.at-limit', 'reader.has-overdue'),
    );
    expect([decision.outcome, decision.overridden.map((one) => one.code)]).toEqual([
      'allow',
      ['reader.suspended', 'reader.at-limit'],
    ]);
  });
  it('is not moved by an override without the permission', () => {
    expect(decide([reason('reader.suspended', 'deny', false)], over('reader.suspended'))).toMatchObject({
      outcome: 'deny',
      overridden: [],
    });
  });
  it('allows exactly when every deny and confirm is overridable and listed', () => {
    const aReason = fc.record({
      code: fc.constantFrom('reader.suspended', 'reader.at-limit', 'reader.has-overdue', 'window.closed'),
      severity: fc.constantFrom('deny' as const, 'confirm' as const, 'warn' as const),
      overridable: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(aReason, { selector: (one) => one.code }),
        fc.subarray<string>(['reader.suspended', 'reader.at-limit', 'reader.has-overdue', 'window.closed']),
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
