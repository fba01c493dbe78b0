import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, CompensationId, LoanId, TitleId } from '@shulian/contracts/ids';
import { aLoan } from '@shulian/lending-rules/a-loan.builder';
import { withLoss, withSettlement, type Borrower } from '@shulian/lending-rules/desk/borrower';
import { closed } from '@shulian/lending-rules/desk/loan';
import {
  lossRefusals,
  owedFor,
  priceOwed,
  settled,
  settlementRefusals,
  settlements,
} from './compensation.js';

const on = '2026-12-11' as CalendarDay;
const moment = { at: '2026-12-11T04:00:00.000Z', on };
const id = '019b0000-0000-7000-8000-000000000501' as CompensationId;
const by = { settledOn: on, settledBy: 'librarian', note: null };

describe('a compensation', () => {
  it('[CIR-060] is owed by the reader to the school that owns the copy', () => {
    const loan = aLoan();
    expect(owedFor(loan, id, on, 2_500, 'left on the bus')).toEqual({
      id,
      loanId: loan.id,
      copyId: loan.copyId,
      titleId: loan.titleId,
      borrower: loan.borrower,
      version: 1,
      schoolId: loan.owningSchoolId,
      lendingSchoolId: loan.lendingSchoolId,
      readerSchoolId: loan.readerSchoolId,
      owedOn: on,
      owedFen: 2_500,
      note: 'left on the bus',
      state: { is: 'owed' },
    });
  });
  it('is settled once, in one of three ways', () => {
    const owed = owedFor(aLoan(), id, on, 2_500, null);
    for (const how of settlements) {
      expect(settlementRefusals(owed, how, null)).toEqual([]);
      const over = settled(owed, how, by, null);
      expect(over.state).toEqual({ is: how, ...by, settledFen: how === 'paid' ? 2_500 : null });
      expect(settlementRefusals(over, how, null)).toMatchObject([
        { code: 'compensation.settled', facts: { status: how, settledOn: on }, overridable: false },
      ]);
      expect(() => settled(over, how, by, null)).toThrow();
    }
  });
  it('is paid with what was owed, or what was agreed on; without either it asks', () => {
    const owed = owedFor(aLoan(), id, on, 2_500, null);
    expect([0, 2_499, 2_501].map((fen) => settled(owed, 'paid', by, fen).state)).toMatchObject([
      { settledFen: 0 },
      { settledFen: 2_499 },
      { settledFen: 2_501 },
    ]);
    const old = { ...owed, owedFen: null };
    expect(settlementRefusals(old, 'paid', null)).toMatchObject([{ code: 'settlement.amount-needed' }]);
    expect(settlementRefusals(old, 'paid', 1_000)).toEqual([]);
    expect(settlementRefusals(old, 'waived', null)).toEqual([]);
    expect(() => settled(old, 'paid', by, null)).toThrow();
  });
  it('is the price the catalogue knows, else the one that is said; neither and two of them are refused', () => {
    expect(priceOwed(2_500, null)).toEqual({ owedFen: 2_500 });
    expect(priceOwed(2_500, 2_500)).toEqual({ owedFen: 2_500 });
    expect(priceOwed(0, null)).toEqual({ owedFen: 0 });
    expect(priceOwed(null, 0)).toEqual({ owedFen: 0 });
    expect(priceOwed(null, 1_200)).toEqual({ owedFen: 1_200 });
    expect(priceOwed(null, null)).toMatchObject({ refusals: [{ code: 'loss.price-needed' }] });
    expect(priceOwed(2_500, 2_499)).toMatchObject({
      refusals: [{ code: 'loss.price-known', facts: { priceFen: 2_500 } }],
    });
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
    const open = {
      loanId: 'l1' as LoanId,
      titleId: 't1' as TitleId,
      dueOn: on,
      inRoom: false,
      inBlock: false,
    };
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
