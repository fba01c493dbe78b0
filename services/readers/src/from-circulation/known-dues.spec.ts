import { describe, expect, it } from '@jest/globals';
import type {
  CompensationOwedV1,
  CompensationSettledV1,
  LoanCheckedOutV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import { knownDebtAfter } from './known-debt.projection.js';
import { knownLoanAfter } from './known-loan.projection.js';

const loan = { copyId: 'copy', readerId: 'reader', classId: 'class', dueOn: '2026-11-09' };
const debt = { compensationId: 'debt', readerId: 'reader', owedFen: 2_000 };

describe('what readers knows of circulation', () => {
  it('is who has a copy, and of one that came back nobody who had it', () => {
    const told = (type: string) =>
      knownLoanAfter({ type, data: loan, aggregateversion: 2 } as unknown as
        LoanCheckedOutV1 | LoanReturnedV1);
    expect(told('shulian.circulation.loan.checked-out.v1')).toMatchObject({
      readerId: 'reader',
      classId: 'class',
      isOpen: true,
    });
    for (const type of ['shulian.circulation.loan.returned.v1', 'shulian.circulation.copy.lost.v1'])
      expect(told(type)).toMatchObject({ readerId: null, classId: null, isOpen: false });
  });

  it('is who owes, and of what was paid nobody who owed', () => {
    const told = (type: string) =>
      knownDebtAfter({ type, data: debt, aggregateversion: 2 } as unknown as
        CompensationOwedV1 | CompensationSettledV1);
    expect(told('shulian.circulation.compensation.reopened.v1')).toMatchObject({
      readerId: 'reader',
      isOpen: true,
    });
    expect(told('shulian.circulation.compensation.settled.v1')).toMatchObject({
      readerId: null,
      isOpen: false,
      owedFen: 2_000,
    });
  });
});
