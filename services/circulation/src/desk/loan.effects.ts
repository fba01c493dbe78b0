import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, HoldId, ReaderId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { LendingState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import {
  insertOutbox,
  shared,
  sql,
  statementOf,
  type DeskRequest,
  type OutboxColumns,
  type Session,
  type Tx,
} from '@shulian/service-kit';
import { updateBorrower } from './borrower.row.js';

/** The answer that is remembered under the key of a request, in the same statement. */
export type AnswerToRemember = {
  readonly request: DeskRequest;
  readonly status: number;
  readonly body: string;
};

/** The copy as it is after the command. */
export type CopyAfter = {
  readonly copyId: CopyId;
  readonly version: number;
  readonly state: LendingState;
  readonly loanId: string | null;
  readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
};

/** What happens to a loan, with all that belongs to it. */
export type LoanChange = {
  readonly loan: Loan | null;
  readonly copy: CopyAfter;
  readonly borrower: Borrower | null;
  readonly announcements: readonly Announcement[];
  readonly answer: AnswerToRemember | null;
  /** Account or client. */
  readonly by: string;
};
type WrittenChange = LoanChange & { readonly events: OutboxColumns };

const endOf = ({ loan }: LoanChange) => (loan?.state.is === 'closed' ? loan.state : null);

/** Whatever happens to a loan after it was made: renewed, returned, lost; or nothing to it, when only the copy moves. */
const CHANGE = statementOf<WrittenChange>('loan.change', (value) => {
  const key = shared(value(({ answer }) => answer?.request.key ?? null));
  return sql`with changed as (
     update loan set due_on = ${value(({ loan }) => loan?.dueOn ?? null)},
       renewals = ${value(({ loan }) => loan?.renewals ?? null)},
       closed_how = ${value((change) => endOf(change)?.how ?? null)},
       closed_at = ${value((change) => endOf(change)?.closedAt ?? null)},
       closed_on = ${value((change) => endOf(change)?.closedOn ?? null)},
       closed_school_id = ${value((change) => endOf(change)?.atSchoolId ?? null)},
       closed_by = ${value((change) => (endOf(change) === null ? null : change.by))}
     where id = ${value(({ loan }) => loan?.id ?? null)}::uuid
   ), moved as (
     update lent_copy set version = ${value(({ copy }) => copy.version)}, state = ${value(({ copy }) => copy.state)},
       loan_id = ${value(({ copy }) => copy.loanId)}::uuid,
       hold_id = ${value(({ copy }) => copy.hold?.id ?? null)}::uuid,
       held_for = ${value(({ copy }) => copy.hold?.readerId ?? null)}::uuid
     where copy_id = ${value(({ copy }) => copy.copyId)}::uuid
   ), counted as (${updateBorrower(value, ({ loan, borrower }) =>
     loan === null || borrower === null ? null : { id: loan.borrower.id, borrower },
   )}
   ), answered as (
     insert into desk_request (caller, route, key, body_hash, status, answer)
     select ${value(({ answer }) => answer?.request.caller ?? null)},
       ${value(({ answer }) => answer?.request.route ?? null)}, ${key},
       ${value(({ answer }) => answer?.request.bodyHash ?? null)}::bytea,
       ${value(({ answer }) => answer?.status ?? null)}::int, ${value(({ answer }) => answer?.body ?? null)}
     where ${key}::text is not null
   ) ${insertOutbox(value, ({ events }) => events)}`;
});

/** Carries a decision about a loan out in one statement: loan, copy, reader, remembered answer and events. */
export class LoanEffects {
  constructor(
    private readonly session: Session,
    private readonly tx: Tx,
  ) {}

  async change(change: LoanChange): Promise<void> {
    const events = this.tx.events.columns(change.announcements);
    await this.session.rows(...CHANGE.with({ ...change, events }));
  }
}
