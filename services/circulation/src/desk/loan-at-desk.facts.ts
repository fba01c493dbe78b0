import type { CalendarDay, HoldId, LoanId, ReaderId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import type { LendingState, StockState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import { statement, type DeskRequest, type Rows, type StoredAnswer } from '@shulian/service-kit';
import { ruleStamps, type RuleStamps } from '../policies/school-rules.facts.js';
import {
  atDeskColumns,
  borrowerFrom,
  JOIN_READER_AND_CLASS,
  type BorrowerAtDeskRow,
  type Nullable,
} from './borrower-at-desk.row.js';
import { toBorrower, type BorrowerRow } from './borrower.row.js';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';
import { waitsFor } from './queues.repository.js';
import { shownCopyColumns, toShownCopy, type ShownCopy, type ShownCopyRow } from './shown-copy.row.js';

/** A loan with its copy and its borrower, locked. */
export type LoanAtDesk = {
  readonly earlier: StoredAnswer | null;
  readonly loan: Loan | null;
  readonly shown: ShownCopy;
  readonly copy: {
    readonly version: number;
    readonly kind: CopyKind;
    readonly stockState: StockState;
    readonly state: LendingState;
    readonly loanId: LoanId | null;
    readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
  };
  readonly borrower: Borrower | null;
  /** null: a reader who was erased. */
  readonly atDesk: BorrowerAtDesk | null;
  readonly waiting: number;
  readonly stamps: RuleStamps;
};

/** Copy, loan and reader of a loan, locked in this order. */
const GATHER = statement(
  'loan-at-desk.gather',
  `with asked as materialized (select id, copy_id from loan where id = $1),
   locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from asked) for update
   ), locked_loan as materialized (
     select l.* from loan l
     where l.id = (select case when (select count(*) from locked_copy) >= 0 then id end from asked) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.borrower_id = (select coalesce(reader_id, class_id) from locked_loan) for update
   )
   select lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id, lc.held_for,
          k.kind as copy_kind, k.stock_state, ${shownCopyColumns('k', 'kt')},
          null as card_status, ${atDeskColumns},
          (select count(*) from hold h where h.reader_id is distinct from l.reader_id
             and ${waitsFor({ title: 'l.title_id', school: 'l.owning_school_id', id: 'l.copy_id' })}) as waiting,
          ${loanColumns('l')}, d.body_hash, d.status as answer_status, d.answer,
          ${ruleStamps('l.lending_school_id')}
   from (select 1) as one
   left join locked_loan l on true
   left join locked_copy lc on true
   left join locked_borrower b on true
   left join known_copy k on k.copy_id = lc.copy_id
   ${JOIN_READER_AND_CLASS}
   left join known_title kt on kt.title_id = l.title_id
   left join desk_request d on d.caller = $2 and d.route = $3 and d.key = $4`,
);

type GatheredRow = Nullable<LoanRow> &
  BorrowerAtDeskRow &
  ShownCopyRow & {
    copy_version: number;
    copy_kind: CopyKind;
    stock_state: StockState;
    copy_state: LendingState;
    open_loan_id: LoanId | null;
    hold_id: HoldId | null;
    held_for: ReaderId | null;
    waiting: string;
    body_hash: Buffer | null;
    answer_status: number | null;
    answer: string | null;
    policy_stamp: number;
    calendar_version: number;
  };

export class LoanAtDeskFacts {
  constructor(private readonly rows: Rows) {}

  async gather(loanId: LoanId, today: CalendarDay, request: DeskRequest | null): Promise<LoanAtDesk> {
    const [row] = await this.rows.rows<GatheredRow>(GATHER, [
      loanId,
      request?.caller ?? null,
      request?.route ?? null,
      request?.key ?? null,
    ]);
    if (row === undefined) throw new Error('the statement always has a row');
    return {
      earlier:
        row.body_hash === null
          ? null
          : { body_hash: row.body_hash, status: row.answer_status, answer: row.answer },
      loan: row.id === null ? null : toLoan(row as LoanRow),
      shown: toShownCopy(row),
      copy: {
        version: row.copy_version,
        kind: row.copy_kind,
        stockState: row.stock_state,
        state: row.copy_state,
        loanId: row.open_loan_id,
        hold:
          row.hold_id === null || row.held_for === null ? null : { id: row.hold_id, readerId: row.held_for },
      },
      borrower: row.b_version === null ? null : toBorrower(row as BorrowerRow),
      atDesk: borrowerFrom(row, today),
      waiting: Number(row.waiting),
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
    };
  }
}
