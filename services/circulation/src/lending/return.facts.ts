import type { CopyId, HoldId, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { statement, type DeskRequest, type Rows, type StoredAnswer } from '@shulian/service-kit';
import { borrowerColumns, toBorrower, type BorrowerRow } from './borrower.row.js';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';
import type { Borrower } from './rules/borrower.js';
import type { StockState } from './rules/check-out-refusals.js';
import type { LendingState, Loan } from './rules/loan.js';
import { ruleStamps, type RuleStamps } from './school-rules.facts.js';

export type ReturnLookUp = {
  readonly schoolId: SchoolId;
  readonly barcode: string;
  /** Schools whose loans the caller may see; null: all. */
  readonly schools: readonly string[] | null;
};

/** The copy on the desk, its loan and its reader, locked in this order; then the queue of the title, shared or not. */
export type GatheredForReturn = {
  readonly earlier: StoredAnswer | null;
  readonly copy: {
    readonly copyId: CopyId;
    readonly titleId: TitleId;
    readonly schoolId: SchoolId;
    readonly stockState: StockState;
    readonly version: number;
    readonly state: LendingState;
    readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
    /** Whether the caller may see it at all: own school, or a loan of the caller's schools. */
    readonly visible: boolean;
  } | null;
  /** How many other copies the barcode may mean as well as this one. */
  readonly alike: number;
  readonly loan: Loan | null;
  /** The loan was made while we looked: look again. */
  readonly torn: boolean;
  readonly borrower: Borrower | null;
  /** The class of the reader today. */
  readonly classId: SchoolClassId | null;
  /** Those who wait for the title; nobody joins them before the end of this transaction. */
  readonly waiting: number;
  /** The queue is locked for this return alone, so that it may be changed. */
  readonly queueIsOwn: boolean;
  readonly stamps: RuleStamps;
};

/**
 * A barcode that several schools use means first a copy on open loan, then the desk's own (decision 14). Copy, loan,
 * reader and queue are locked one after the other, each waiting for the one before by a dependency. A loan made after
 * the snapshot is not seen though the copy names it: then the queue stays unlocked, because the second look must lock
 * the reader first.
 *
 * Nearly always nobody waits, and then returns of one title share the lock of its queue instead of queueing up at it.
 * - No hold is missed: whoever places one locks the row for itself before it looks for a copy that lies free. Either it
 *   waits for the returns that share the row, and finds their copies on the shelf; or they wait for it, and read the row
 *   as it left it (a lock gives the newest version, whatever the snapshot says).
 * - No shared lock is ever raised, which two returns could do to each other: which one to take is decided beforehand, by
 *   the snapshot. Where it was older than the lock and somebody waits after all, the return begins anew (`QueueMoved`).
 * - No new deadlock: the queue is last in the order of locks, and who shares it waits for nothing more.
 */
export const GATHER_FOR_RETURN = statement(
  'return.gather',
  `with candidate as materialized (
     select k.copy_id, k.title_id, k.school_id, k.stock_state, k.school_id = $1 as own,
            coalesce(lc.state = 'on-loan', false) as lent,
            $3::uuid[] is null or k.school_id = any($3::uuid[]) or coalesce(
              l.lending_school_id = any($3::uuid[]) or l.reader_school_id = any($3::uuid[]), false) as visible
     from known_copy k join lent_copy lc on lc.copy_id = k.copy_id left join loan l on l.id = lc.loan_id
     where k.barcode = $2
   ), picked as materialized (
     select c.*, count(*) over (partition by c.lent, c.visible, c.own) - 1 as alike from candidate c
     order by c.lent and c.visible desc, c.own desc, c.visible desc, c.lent desc, c.stock_state <> 'withdrawn' desc
     limit 1
   ), locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from picked) for update
   ), locked_loan as materialized (
     select l.* from loan l where l.id = (select loan_id from locked_copy) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.reader_id = (select reader_id from locked_loan) for update
   ), seen_queue as materialized (
     select t.title_id, t.waiting > 0 as awaited from title_queue t
     where t.title_id = (
       select case when (select count(*) from locked_borrower) > 0 or (select loan_id from locked_copy) is null
              then title_id end from picked)
   ), own_queue as materialized (
     select t.* from title_queue t where t.title_id = (select title_id from seen_queue where awaited) for update
   ), shared_queue as materialized (
     select t.* from title_queue t where t.title_id = (select title_id from seen_queue where not awaited) for share
   )
   select p.copy_id as p_copy_id, p.title_id as p_title_id, p.school_id as p_school_id, p.stock_state, p.visible,
          p.alike, lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id,
          lc.held_for, coalesce(own.waiting, shared.waiting) as waiting, own.title_id is not null as queue_is_own,
          r.class_id as reader_class_id,
          ${loanColumns('l')}, ${borrowerColumns('b')}, d.body_hash, d.status as answer_status, d.answer,
          ${ruleStamps('$1')}
   from (select 1) as one
   left join picked p on true
   left join locked_copy lc on true
   left join locked_loan l on true
   left join locked_borrower b on true
   left join own_queue own on true
   left join shared_queue shared on true
   left join known_reader r on r.reader_id = l.reader_id
   left join desk_request d on d.caller = $4 and d.route = $5 and d.key = $6`,
);

type GatheredRow = { [K in keyof LoanRow]: LoanRow[K] | null } & {
  [K in keyof BorrowerRow]: BorrowerRow[K] | null;
} & {
  p_copy_id: CopyId | null;
  p_title_id: TitleId;
  p_school_id: SchoolId;
  stock_state: StockState;
  visible: boolean;
  alike: string | null;
  copy_version: number;
  copy_state: LendingState;
  open_loan_id: string | null;
  hold_id: HoldId | null;
  held_for: ReaderId | null;
  waiting: number | null;
  queue_is_own: boolean;
  reader_class_id: SchoolClassId | null;
  body_hash: Buffer | null;
  answer_status: number | null;
  answer: string | null;
  policy_stamp: number;
  calendar_version: number;
};

export class ReturnFactsReader {
  constructor(private readonly rows: Rows) {}

  async gather(look: ReturnLookUp, request: DeskRequest | null): Promise<GatheredForReturn> {
    for (let looks = 0; looks < 3; looks += 1) {
      const found = await this.once(look, request);
      if (!found.torn) return found;
    }
    throw new Error('a locked copy names a loan that is not there');
  }

  private async once(look: ReturnLookUp, request: DeskRequest | null): Promise<GatheredForReturn> {
    const [row] = await this.rows.rows<GatheredRow>(GATHER_FOR_RETURN, [
      look.schoolId,
      look.barcode,
      look.schools,
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
      copy:
        row.p_copy_id === null
          ? null
          : {
              copyId: row.p_copy_id,
              titleId: row.p_title_id,
              schoolId: row.p_school_id,
              stockState: row.stock_state,
              version: row.copy_version,
              state: row.copy_state,
              hold:
                row.hold_id === null || row.held_for === null
                  ? null
                  : { id: row.hold_id, readerId: row.held_for },
              visible: row.visible,
            },
      alike: Number(row.alike ?? 0),
      loan: row.id === null ? null : toLoan(row as LoanRow),
      torn: row.open_loan_id !== null && row.id === null,
      borrower: row.b_version === null ? null : toBorrower(row as BorrowerRow),
      classId: row.reader_class_id,
      waiting: row.waiting ?? 0,
      queueIsOwn: row.queue_is_own,
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
    };
  }
}
