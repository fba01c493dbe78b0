import type { Loan } from '@shulian/lending-rules/desk/loan';
import { readerIdOf } from '@shulian/lending-rules/desk/who-borrows';

/** What every event of a loan says: ids and values of the day of the loan, nobody's name. */
export const factsOf = (loan: Loan) => ({
  loanId: loan.id,
  copyId: loan.copyId,
  titleId: loan.titleId,
  borrower: loan.borrower,
  mode: loan.mode,
  readerId: readerIdOf(loan.borrower),
  lendingSchoolId: loan.lendingSchoolId,
  owningSchoolId: loan.owningSchoolId,
  readerSchoolId: loan.readerSchoolId,
  readerKind: loan.readerKind,
  classId: loan.classId,
  grade: loan.grade,
  clc: loan.clc,
  loanedOn: loan.loanedOn,
  dueOn: loan.dueOn,
  renewals: loan.renewals,
});
