import type { Announcement } from '@shulian/contracts/envelope';
import {
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { factsOf } from './rules/loan-facts.js';
import { daysLate, type Loan, type NextPlace } from './rules/loan.js';

/** @param copyVersion of the locked copy, raised by this event */
export const loanCheckedOut = (loan: Loan, copyVersion: number): Announcement =>
  LoanCheckedOutV1.announce({ ...factsOf(loan), checkedOutAt: loan.loanedAt }, copyVersion);

export const loanRenewed = (
  loan: Loan,
  previouslyDueOn: CalendarDay,
  renewedOn: CalendarDay,
  copyVersion: number,
): Announcement => LoanRenewedV1.announce({ ...factsOf(loan), renewedOn, previouslyDueOn }, copyVersion);

export function loanReturned(loan: Loan, next: NextPlace, copyVersion: number): Announcement {
  if (loan.state.is !== 'closed') throw new Error('an open loan has not come back');
  const { closedAt, closedOn, atSchoolId } = loan.state;
  return LoanReturnedV1.announce(
    {
      ...factsOf(loan),
      returnedOn: closedOn,
      returnedAt: closedAt,
      returnedToSchoolId: atSchoolId,
      daysLate: daysLate(loan.dueOn, closedOn),
      next,
    },
    copyVersion,
  );
}

export function copyLost(loan: Loan, copyVersion: number): Announcement {
  if (loan.state.is !== 'closed') throw new Error('an open loan is not lost');
  return CopyLostV1.announce({ ...factsOf(loan), lostOn: loan.state.closedOn }, copyVersion);
}

/** Every move of a copy that neither a loan nor a return tells of. @param copyVersion of the locked copy, raised by this event */
export const copyReleased = (
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  next: NextPlace,
  copyVersion: number,
): Announcement =>
  CopyReleasedV1.announce(
    { copyId: copy.copyId, titleId: copy.titleId, owningSchoolId: copy.schoolId, next },
    copyVersion,
  );
