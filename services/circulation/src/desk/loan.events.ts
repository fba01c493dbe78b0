import { LoanCheckedOutV1, LoanRenewedV1, LoanReturnedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { NextPlace } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { factsOf } from './rules/loan-facts.js';

/** @param copyVersion of the locked copy, raised by this event */
export const loanCheckedOut = (loan: Loan, copyVersion: number): Announcement =>
  LoanCheckedOutV1.announce({ ...factsOf(loan), checkedOutAt: loan.loanedAt }, copyVersion);

export const loanRenewed = (
  loan: Loan,
  previouslyDueOn: CalendarDay,
  renewedOn: CalendarDay,
  copyVersion: number,
): Announcement => LoanRenewedV1.announce({ ...factsOf(loan), renewedOn, previouslyDueOn }, copyVersion);

/** @param daysLate open days of the lending school */
export function loanReturned(
  loan: Loan,
  next: NextPlace,
  daysLate: number,
  copyVersion: number,
): Announcement {
  if (loan.state.is !== 'closed') throw new Error('an open loan has not come back');
  const { closedAt, closedOn, atSchoolId } = loan.state;
  return LoanReturnedV1.announce(
    {
      ...factsOf(loan),
      returnedOn: closedOn,
      returnedAt: closedAt,
      returnedToSchoolId: atSchoolId,
      daysLate,
      next,
    },
    copyVersion,
  );
}
