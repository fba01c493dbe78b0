import { describe, expect, it } from '@jest/globals';
import { overridableBy } from '@shulian/contracts/access';
import type { StockState } from '../desk/copy-at-desk.js';
import { staysInRoom } from '../desk/reading-room.js';
import { decide } from '../desk/reason.js';
import type { CopyKind } from '../policy/loan-policy.js';
import { aBorrower, aCopy, aLoan, aPolicy, day, facts } from '../a-loan.builder.js';
import { checkOutRefusals } from './check-out-refusals.js';
import { renewalRefusals } from './renewal-refusals.js';

const kinds: readonly CopyKind[] = ['book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other'];
const states: readonly StockState[] = [
  'processing',
  'lendable',
  'reading-room',
  'repair',
  'missing',
  'withdrawn',
];
const policies = [{}, { mayLeaveRoom: true }, { mayLeaveRoom: false }];
const everything = new Set([...Object.keys(overridableBy), 'copy.reading-room-only', 'copy.not-lendable']);
const overrides = [...everything].map((code) => ({ code, reason: 'please' }));

describe('what stays in the reading room', () => {
  for (const kind of kinds)
    for (const stockState of states)
      it(`is lent by nobody: a copy that is ${kind} and ${stockState}, by any policy and any override`, () => {
        const copy = aCopy({ kind, stockState });
        const stays = kind === 'reference' || stockState === 'reading-room';
        expect(staysInRoom(copy)).toBe(stays);
        for (const named of policies)
          for (const given of [[], overrides]) {
            const found = checkOutRefusals(
              facts({ scanned: { is: 'here', copy }, policy: aPolicy(named), overridable: everything }),
            );
            const { outcome, reasons } = decide(found, given);
            const only = reasons.filter(({ code }) => code === 'copy.reading-room-only');
            const forbidden = stays || named.mayLeaveRoom === false;
            expect(only.map(({ overridable }) => overridable)).toEqual(forbidden ? [false] : []);
            if (forbidden) expect(outcome).toBe('deny');
            else if (stockState === 'lendable') expect(outcome).toBe('allow');
          }
      });
  it('is not lent for longer either, when it came there while it was lent', () => {
    for (const kind of kinds)
      for (const stockState of states) {
        const copy = { kind, stockState };
        const codes = renewalRefusals({
          loan: aLoan(),
          staysInRoom: staysInRoom(copy),
          reader: { standing: 'active', suspended: null },
          borrower: aBorrower(),
          waiting: 0,
          blockOnOverdue: true,
          dueOn: day('2026-12-09'),
          today: day('2026-11-09'),
        }).map(({ code }) => code);
        expect(codes).toEqual(staysInRoom(copy) ? ['copy.reading-room-only'] : []);
      }
  });
});
