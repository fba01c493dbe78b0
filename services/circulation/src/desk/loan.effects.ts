import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, HoldId, ReaderId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { LendingState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import {
  claimOf,
  insertOutbox,
  statement,
  type DeskRequest,
  type Session,
  type Tx,
} from '@shulian/service-kit';
import { borrowerValues, updateBorrower } from './borrower.row.js';

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

const answered = (first: number): string => `
  insert into desk_request (caller, route, key, body_hash, status, answer)
  select $${first}, $${first + 1}, $${first + 2}, $${first + 3}::bytea, $${first + 4}::int, $${first + 5}
  where $${first + 2}::text is not null`;

const movedCopy = (first: number): string => `
  update lent_copy set version = $${first + 1}, state = $${first + 2}, loan_id = $${first + 3}::uuid,
    hold_id = $${first + 4}::uuid, held_for = $${first + 5}::uuid
  where copy_id = $${first}::uuid`;

/** Whatever happens to a loan after it was made: renewed, returned, lost; or nothing to it, when only the copy moves. */
const CHANGE = statement(
  'loan.change',
  `with changed as (
     update loan set due_on = $2, renewals = $3, closed_how = $4, closed_at = $5, closed_on = $6, closed_school_id = $7,
       closed_by = $8
     where id = $1::uuid
   ), moved as (${movedCopy(9)}
   ), counted as (${updateBorrower(15)}
   ), answered as (${answered(23)}
   ) ${insertOutbox(29)}`,
);

/** Carries a decision about a loan out in one statement: loan, copy, reader, remembered answer and events. */
export class LoanEffects {
  constructor(
    private readonly session: Session,
    private readonly tx: Tx,
  ) {}

  async change(what: {
    readonly loan: Loan | null;
    readonly copy: CopyAfter;
    readonly borrower: Borrower | null;
    readonly announcements: readonly Announcement[];
    readonly answer: AnswerToRemember | null;
    /** Account or client. */
    readonly by: string;
  }): Promise<void> {
    const { loan } = what;
    const end = loan?.state.is === 'closed' ? loan.state : null;
    await this.session.rows(CHANGE, [
      loan?.id ?? null,
      loan?.dueOn ?? null,
      loan?.renewals ?? null,
      end?.how ?? null,
      end?.closedAt ?? null,
      end?.closedOn ?? null,
      end?.atSchoolId ?? null,
      end === null ? null : what.by,
      ...copyValues(what.copy),
      ...borrowerValues(loan?.borrower.id ?? null, what.borrower),
      ...answerValues(what.answer),
      ...this.tx.events.columns(what.announcements),
    ]);
  }
}

const copyValues = (copy: CopyAfter): unknown[] => [
  copy.copyId,
  copy.version,
  copy.state,
  copy.loanId,
  copy.hold?.id ?? null,
  copy.hold?.readerId ?? null,
];

const answerValues = (answer: AnswerToRemember | null): unknown[] =>
  answer === null
    ? [null, null, null, null, null, null]
    : [...claimOf(answer.request), answer.status, answer.body];
