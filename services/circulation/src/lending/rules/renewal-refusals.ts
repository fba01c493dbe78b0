import type { CalendarDay } from '@shulian/contracts/ids';
import type { Borrower } from './borrower.js';
import { isSuspended, type ReaderAtDesk } from './check-out-refusals.js';
import { isOverdue, type Loan } from './loan.js';
import { reasons, type Reason } from './reason.js';

export type RenewalFacts = {
  readonly loan: Loan;
  readonly reader: Pick<ReaderAtDesk, 'standing' | 'suspended'>;
  readonly borrower: Pick<Borrower, 'openLoans'>;
  /** Readers who wait for something this copy could give them. */
  readonly waiting: number;
  readonly blockOnOverdue: boolean;
  /** What a renewal today would give. */
  readonly dueOn: CalendarDay;
  readonly today: CalendarDay;
};

/** Every reason against a renewal, in desk order. Nothing here can be overridden: lend it again instead. */
export function renewalRefusals(facts: RenewalFacts): Reason[] {
  const { loan, today } = facts;
  if (loan.state.is === 'closed') return [no('loan.closed', {})];
  const otherOverdue = facts.borrower.openLoans.filter(
    (open) => open.loanId !== loan.id && open.dueOn < today,
  ).length;
  return reasons(
    facts.reader.standing === 'left' && no('reader.inactive', {}),
    isSuspended(facts.reader.suspended, today) &&
      no('reader.suspended', { untilOn: facts.reader.suspended?.untilOn ?? null }),
    isOverdue(loan, today) && no('loan.overdue', { dueOn: loan.dueOn }),
    facts.blockOnOverdue && otherOverdue > 0 && no('reader.has-overdue', { overdue: otherOverdue }),
    facts.waiting > 0 && no('title.held-by-others', { waiting: facts.waiting }),
    loan.renewals >= loan.terms.renewals &&
      no('loan.renewals-used-up', { renewals: loan.renewals, limit: loan.terms.renewals }),
    facts.dueOn <= loan.dueOn && no('loan.not-later', { dueOn: loan.dueOn }),
  );
}

const no = (code: string, facts: NonNullable<Reason['facts']>): Reason => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(Object.keys(facts).length === 0 ? {} : { facts }),
});
