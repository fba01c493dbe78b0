import { describe, expect, it } from '@jest/globals';
import { aLoan } from './a-loan.builder.js';
import { withLoss, withSettlement, type Borrower } from './borrower.js';
import {
  lossRefusals,
  owedFor,
  settled,
  settlementRefusals,
  settlements,
  type CompensationId,
} from './compensation.js';
import { closed } from './loan.js';
import type { CalendarDay, LoanId, TitleId } from '@shulian/contracts/ids';

const on = '2026-12-11' as CalendarDay;
const moment = { at: '2026-12-11T04:00:00.000Z', on };
const id = '019b0000-0000-7000-8000-000000000501' as CompensationId;
const by = { settledOn: on, settledBy: 'librarian', note: null };

describe('a compensation', () => {
  it('[CIR-060] is owed by the reader to the school that owns the copy', () => {
    const loan = aLoan();
    expect(owedFor(loan, id, on, 'left on the bus')).toEqual({
      id,
      loanId: loan.id,
      copyId: loan.copyId,
      readerId: loan.readerId,
      schoolId: loan.owningSchoolId,
      owedOn: on,
      note: 'left on the bus',
      state: { is: 'owed' },
    });
  });
  it('is settled once, in one of three ways', () => {
    const owed = owedFor(aLoan(), id, on, null);
    expect(settlementRefusals(owed)).toEqual([]);
    for (const how of settlements) {
      const over = settled(owed, how, by);
      expect(over.state).toEqual({ is: how, ...by });
      expect(settlementRefusals(over)).toMatchObject([
        { code: 'compensation.settled', facts: { status: how, settledOn: on }, overridable: false },
      ]);
      expect(() => settled(over, how, by)).toThrow();
    }
  });
  it('comes of an open loan only', () => {
    const loan = aLoan();
    expect(lossRefusals(loan)).toEqual([]);
    for (const how of ['returned', 'lost'] as const)
      expect(lossRefusals(closed(loan, how, moment, loan.lendingSchoolId))).toMatchObject([
        { code: 'loan.closed', facts: { closedHow: how, closedOn: on } },
      ]);
  });
  it('counts on the row of the reader, whose version rises by one with each change', () => {
    const open = { loanId: 'l1' as LoanId, titleId: 't1' as TitleId, dueOn: on };
    const other = { ...open, loanId: 'l2' as LoanId };
    const borrower: Borrower = {
      version: 7,
      openLoans: [open, other],
      openHolds: 1,
      loansSinceNote: 2,
      compensationsOwed: 0,
    };
    const owing = withLoss(borrower, open.loanId);
    expect(owing).toEqual({ ...borrower, version: 8, openLoans: [other], compensationsOwed: 1 });
    expect(withSettlement(owing)).toEqual({ ...owing, version: 9, compensationsOwed: 0 });
  });
});
