import type { CalendarDay } from '@shulian/contracts/ids';
import { isSuspended, type BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import type { Borrower } from '../desk/borrower.js';
import { isOverdue, type Loan } from '../desk/loan.js';
import { reasons, type Reason } from '../desk/reason.js';

export type RenewalFacts = {
  readonly loan: Loan;
  /** The copy may not leave the room (any more). */
  readonly staysInRoom: boolean;
  readonly reader: Pick<BorrowerAtDesk, 'standing' | 'suspended'>;
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
  if (loan.state.is === 'closed') return [deny('loan.closed', {})];
  const otherOverdue = facts.borrower.openLoans.filter(
    (open) => open.loanId !== loan.id && open.dueOn < today,
  ).length;
  return reasons(
    facts.staysInRoom && deny('copy.reading-room-only', {}),
    facts.reader.standing === 'left' && deny('reader.inactive', {}),
    isSuspended(facts.reader.suspended, today) &&
      deny('reader.suspended', { untilOn: facts.reader.suspended?.untilOn ?? null }),
    isOverdue(loan, today) && deny('loan.overdue', { dueOn: loan.dueOn }),
    facts.blockOnOverdue && otherOverdue > 0 && deny('reader.has-overdue', { overdue: otherOverdue }),
    facts.waiting > 0 && deny('title.held-by-others', { waiting: facts.waiting }),
    loan.renewals >= loan.terms.renewals &&
      deny('loan.renewals-used-up', { renewals: loan.renewals, limit: loan.terms.renewals }),
    facts.dueOn <= loan.dueOn && deny('loan.not-later', { dueOn: loan.dueOn }),
  );
}

const deny = (code: Reason['code'], facts: NonNullable<Reason['facts']>): Reason => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(Object.keys(facts).length === 0 ? {} : { facts }),
});
