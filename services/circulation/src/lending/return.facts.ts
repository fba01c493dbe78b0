import type { CopyId, HoldId, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { LendingState, StockState } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { CopyInHand } from '@shulian/lending-rules/lending/taken-back';
import { statement, type DeskRequest, type Rows, type StoredAnswer } from '@shulian/service-kit';
import type { Nullable } from '../desk/borrower-at-desk.row.js';
import { borrowerColumns, toBorrower, type BorrowerRow } from '../desk/borrower.row.js';
import { loanColumns, toLoan, type LoanRow } from '../desk/loan.row.js';
import { shownCopyColumns, toShownCopy, type ShownCopy, type ShownCopyRow } from '../desk/shown-copy.row.js';
import { ruleStamps, type RuleStamps } from '../policies/school-rules.facts.js';

/** One return as the look-up takes it. */
export type ReturnLookUp = {
  readonly schoolId: SchoolId;
  /** NFKC, upper case. */
  readonly barcode: string;
  /** Its stored answer is read on the way. */
  readonly request: DeskRequest | null;
};

/** A copy that a barcode may mean, with its open loan, as it was seen without a lock. */
export type SeenCopy = CopyInHand & {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
  readonly shown: ShownCopy;
  /** The class of the reader today, or the class that borrowed. */
  readonly classId: SchoolClassId | null;
  /** Those who wait for the title. */
  readonly waiting: number;
  readonly openHolds: number;
};

export type SeenForReturn = {
  readonly earlier: StoredAnswer | null;
  readonly copies: readonly SeenCopy[];
  readonly stamps: RuleStamps;
};

/**
 * All copies that barcodes may mean, for any number of returns, without a lock; which of them is meant is decided in
 * TypeScript. About `limit`, see the read for a checkout.
 */
export const SEE = statement(
  'return.see',
  `select a.n, k.copy_id as k_copy_id, k.title_id as k_title_id, k.school_id as k_school_id, k.stock_state,
          ${shownCopyColumns('k', 'kt')}, lc.version as copy_version, lc.state as copy_state, lc.hold_id, lc.held_for,
          t.waiting, b.open_holds,
          case when l.reader_id is null then l.class_id else r.class_id end as reader_class_id,
          ${loanColumns('l')}, d.body_hash, d.status as answer_status, d.answer, ${ruleStamps('a.school_id')}
   from (
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       with ordinality as asked(school_id, barcode, caller, route, key, n)
     limit $6
   ) a
   left join lateral (select * from known_copy k where k.barcode = a.barcode offset 0) k on true
   left join lent_copy lc on lc.copy_id = k.copy_id
   left join loan l on l.id = lc.loan_id
   left join known_reader r on r.reader_id = l.reader_id
   left join borrower b on b.borrower_id = coalesce(l.reader_id, l.class_id)
   left join title_queue t on t.title_id = k.title_id
   left join known_title kt on kt.title_id = k.title_id
   left join desk_request d on d.caller = a.caller and d.route = a.route and d.key = a.key`,
);

type SeenRow = Nullable<LoanRow> &
  ShownCopyRow & {
    n: string;
    k_copy_id: CopyId | null;
    k_title_id: TitleId;
    k_school_id: SchoolId;
    stock_state: StockState;
    copy_version: number;
    copy_state: LendingState;
    hold_id: HoldId | null;
    held_for: ReaderId | null;
    waiting: number | null;
    open_holds: number | null;
    reader_class_id: SchoolClassId | null;
    body_hash: Buffer | null;
    answer_status: number | null;
    answer: string | null;
    policy_stamp: number;
    calendar_version: number;
  };

/** The copy on the desk, its loan and its reader, locked in this order; then the queue of the title, shared or not. */
export type LockedForReturn = {
  readonly copy: {
    readonly version: number;
    readonly state: LendingState;
    readonly stockState: StockState;
    readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
  } | null;
  readonly loan: Loan | null;
  /** The loan was made while we looked: look again. */
  readonly staleSnapshot: boolean;
  readonly borrower: Borrower | null;
  /** Those who wait for the title; nobody joins them before the end of this transaction. */
  readonly waiting: number;
  /** The queue is locked for this return alone, so that it may be changed. */
  readonly queueIsOwn: boolean;
};

/**
 * Copy, loan, borrower and queue are locked one after the other, each waiting for the one before by a dependency. A loan
 * made after the snapshot is not seen though the copy names it: then the queue stays unlocked, because the second look
 * must lock the borrower first.
 *
 * Nearly always nobody waits, and then returns of one title share the lock of its queue instead of queueing up at it.
 * - No hold is missed: whoever places one locks the row for itself before it looks for a copy that lies free. Either it
 *   waits for the returns that share the row, and finds their copies on the shelf; or they wait for it, and read the row
 *   as it left it (a lock gives the newest version, whatever the snapshot says).
 * - No shared lock is ever raised, which two returns could do to each other: which one to take is decided beforehand, by
 *   the snapshot. Where it was older than the lock and somebody waits after all, the return begins anew (`QueueMoved`).
 * - No new deadlock: the queue is last in the order of locks, and who shares it waits for nothing more.
 */
export const LOCK_FOR_RETURN = statement(
  'return.lock',
  `with picked as materialized (
     select k.copy_id, k.title_id, k.stock_state from known_copy k where k.copy_id = $1
   ), locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from picked) for update
   ), locked_loan as materialized (
     select l.* from loan l where l.id = (select loan_id from locked_copy) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.borrower_id = (select coalesce(reader_id, class_id) from locked_loan) for update
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
   select p.stock_state, lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id,
          lc.held_for, coalesce(own.waiting, shared.waiting) as waiting, own.title_id is not null as queue_is_own,
          ${loanColumns('l')}, ${borrowerColumns('b')}
   from (select 1) as one
   left join picked p on true
   left join locked_copy lc on true
   left join locked_loan l on true
   left join locked_borrower b on true
   left join own_queue own on true
   left join shared_queue shared on true`,
);

type LockedRow = Nullable<LoanRow> &
  Nullable<BorrowerRow> & {
    stock_state: StockState;
    copy_version: number | null;
    copy_state: LendingState;
    open_loan_id: string | null;
    hold_id: HoldId | null;
    held_for: ReaderId | null;
    waiting: number | null;
    queue_is_own: boolean;
  };

export class ReturnFactsReader {
  constructor(private readonly rows: Rows) {}

  /** What several returns may mean, in their order. */
  async seen(input: readonly ReturnLookUp[]): Promise<SeenForReturn[]> {
    const each = <T>(of: (one: ReturnLookUp) => T): T[] => input.map(of);
    const rows = await this.rows.rows<SeenRow>(SEE, [
      each(({ schoolId }) => schoolId),
      each(({ barcode }) => barcode),
      each(({ request }) => request?.caller ?? null),
      each(({ request }) => request?.route ?? null),
      each(({ request }) => request?.key ?? null),
      input.length,
    ]);
    const byPlace = Map.groupBy(rows, (row) => Number(row.n) - 1);
    return input.map((_, place) => {
      const found = byPlace.get(place) ?? [];
      const [row] = found;
      if (row === undefined) throw new Error('the statement has a row for each return');
      return {
        earlier:
          row.body_hash === null
            ? null
            : { body_hash: row.body_hash, status: row.answer_status, answer: row.answer },
        copies: found.flatMap((one) => (one.k_copy_id === null ? [] : [seenCopy(one.k_copy_id, one)])),
        stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
      };
    });
  }

  /** Locks the copy that was meant, and what belongs to it. */
  async locked(copyId: CopyId): Promise<LockedForReturn> {
    for (let looks = 0; looks < 3; looks += 1) {
      const found = await this.once(copyId);
      if (!found.staleSnapshot) return found;
    }
    throw new Error('a locked copy names a loan that is not there');
  }

  private async once(copyId: CopyId): Promise<LockedForReturn> {
    const [row] = await this.rows.rows<LockedRow>(LOCK_FOR_RETURN, [copyId]);
    if (row === undefined) throw new Error('the statement always has a row');
    return {
      copy:
        row.copy_version === null
          ? null
          : {
              version: row.copy_version,
              state: row.copy_state,
              stockState: row.stock_state,
              hold: holdOf(row),
            },
      loan: row.id === null ? null : toLoan(row as LoanRow),
      staleSnapshot: row.open_loan_id !== null && row.id === null,
      borrower: row.b_version === null ? null : toBorrower(row as BorrowerRow),
      waiting: row.waiting ?? 0,
      queueIsOwn: row.queue_is_own,
    };
  }
}

const seenCopy = (copyId: CopyId, row: SeenRow): SeenCopy => ({
  copyId,
  titleId: row.k_title_id,
  schoolId: row.k_school_id,
  stockState: row.stock_state,
  state: row.copy_state,
  version: row.copy_version,
  hold: holdOf(row),
  loan: row.id === null ? null : toLoan(row as LoanRow),
  shown: toShownCopy(row),
  classId: row.reader_class_id,
  waiting: row.waiting ?? 0,
  openHolds: row.open_holds ?? 0,
});

const holdOf = (row: {
  readonly hold_id: HoldId | null;
  readonly held_for: ReaderId | null;
}): SeenCopy['hold'] =>
  row.hold_id === null || row.held_for === null ? null : { id: row.hold_id, readerId: row.held_for };
