import { LoanDueChangedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import { factsOf } from '../desk/rules/loan-facts.js';

/** The day moved with the calendar, not by a renewal. @param copyVersion of the locked copy, raised by this event */
export const loanDueChanged = (loan: Loan, previouslyDueOn: CalendarDay, copyVersion: number): Announcement =>
  LoanDueChangedV1.announce({ ...factsOf(loan), previouslyDueOn }, copyVersion);
