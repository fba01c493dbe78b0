import { describe, expect, it } from '@jest/globals';
import { closed, renewed } from '../desk/loan.js';
import { aBorrower, aLoan, day, openLoans } from '../a-loan.builder.js';
import { renewalRefusals, type RenewalFacts } from './renewal-refusals.js';

const codes = (named: Partial<RenewalFacts> = {}): string[] =>
  renewalRefusals({
    loan: aLoan(),
    staysInRoom: false,
    reader: { standing: 'active', suspended: null },
    borrower: aBorrower(),
    waiting: 0,
    blockOnOverdue: true,
    dueOn: day('2026-12-09'),
    today: day('2026-11-09'),
    ...named,
  }).map((reason) => reason.code);

describe('reasons against a renewal', () => {
  it('are none while renewals are left and nobody waits', () => expect(codes()).toEqual([]));
  it('keep a copy that came into the reading room from a later day', () =>
    expect(codes({ staysInRoom: true })).toEqual(['copy.reading-room-only']));
  it('count to the renewals of the rule the loan was made under', () => {
    for (const [renewals, expected] of [
      [0, []],
      [1, ['loan.renewals-used-up']],
      [2, ['loan.renewals-used-up']],
    ] as const)
      expect(codes({ loan: aLoan({ renewals }) })).toEqual(expected);
  });
  it('stop the day after the due day', () => {
    expect(codes({ today: day('2026-11-11') })).toEqual([]);
    expect(codes({ today: day('2026-11-12') })).toEqual(['loan.overdue']);
  });
  it('leave the copy to those who wait', () =>
    expect(codes({ waiting: 1 })).toEqual(['title.held-by-others']));
  it('want a later day', () => {
    expect(codes({ dueOn: day('2026-11-10') })).toEqual(['loan.not-later']);
    expect(codes({ dueOn: day('2026-11-11') })).toEqual(['loan.not-later']);
    expect(codes({ dueOn: day('2026-11-12') })).toEqual([]);
  });
  it('mind the reader and the other loans', () => {
    const borrower = aBorrower({ openLoans: openLoans(2, day('2026-11-08')) });
    expect(codes({ borrower })).toEqual(['reader.has-overdue']);
    expect(codes({ borrower, blockOnOverdue: false })).toEqual([]);
    expect(codes({ reader: { standing: 'left', suspended: { untilOn: null } } })).toEqual([
      'reader.inactive',
      'reader.suspended',
    ]);
  });
  it('end with the loan', () => {
    const over = closed(
      aLoan(),
      'returned',
      { at: '2026-11-09T01:00:00Z', on: day('2026-11-09') },
      aLoan().lendingSchoolId,
    );
    expect(codes({ loan: over, waiting: 3 })).toEqual(['loan.closed']);
    expect(() => renewed(over, day('2026-12-01'))).toThrow();
    expect(() => closed(over, 'lost', { at: '', on: day('2026-11-09') }, over.lendingSchoolId)).toThrow();
  });
});
