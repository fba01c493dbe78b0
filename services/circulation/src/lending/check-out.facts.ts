import type {
  CalendarDay,
  CopyId,
  HoldId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { statement, type DeskRequest, type Rows, type StoredAnswer } from '@shulian/service-kit';
import { borrowerColumns, toBorrower, type BorrowerRow } from './borrower.row.js';
import type { ReaderAtDesk, ScannedCopy, StockState } from './rules/check-out-refusals.js';
import { gradeOn, type Section } from './rules/grade.js';
import type { LendingState } from './rules/loan.js';
import type { CopyKind, ReaderKind } from './rules/loan-policy.js';
import { ruleStamps, type RuleStamps } from './school-rules.facts.js';

/** What was scanned, as the look-up takes it. */
export type DeskLookUp = {
  readonly schoolId: SchoolId;
  /** NFKC, upper case. */
  readonly barcode: string;
  /** Keys of the card at the schools the desk serves; null when the reader is named by id. */
  readonly cardKeys: readonly string[] | null;
  readonly readerId: ReaderId | null;
};

/** Everything of the moment that a checkout is decided on; the policy follows from the stamps. */
export type GatheredForCheckOut = {
  readonly earlier: StoredAnswer | null;
  readonly scanned: ScannedCopy;
  readonly copyVersion: number;
  readonly holdOfCopy: HoldId | null;
  readonly reader: ReaderAtDesk | null;
  readonly stamps: RuleStamps;
};

/**
 * One read for a checkout. Locks the copy, then the reader: the second waits for the first by a dependency between the
 * two, not by luck. What limits depend on is on these two rows only; all else is of the snapshot before the locks.
 * Card keys are looked up one by one: of a list whose length it does not know the planner thinks so much that it reads
 * the whole table for every checkout.
 */
const gather = (lock: 'for update' | ''): string => `
  with found_copy as materialized (
    select k.copy_id, k.title_id, k.school_id, k.kind, k.stock_state, k.clc, k.school_id = $1 as own,
           count(*) over () as matches
    from known_copy k where k.barcode = $2
    order by k.school_id = $1 desc, k.stock_state <> 'withdrawn' desc limit 1
  ), locked_copy as materialized (
    select lc.* from lent_copy lc
    where lc.copy_id = (select copy_id from found_copy where own) ${lock}
  ), found_reader as materialized (
    select $4::uuid as reader_id, null::text as card_status, 1::bigint as matches, true as own where $4::uuid is not null
    union all
    (select c.reader_id, c.status, count(*) over (), c.school_id = $1
     from unnest($3::text[]) as scanned(card_key)
     cross join lateral (select * from known_card k where k.card_key = scanned.card_key offset 0) c
     order by c.school_id = $1 desc, c.status = 'active' desc limit 1)
  ), locked_borrower as materialized (
    select b.* from borrower b
    where b.reader_id = (select case when (select count(*) from locked_copy) >= 0 then reader_id end
                         from found_reader where own or matches = 1) ${lock}
  )
  select fc.copy_id, fc.title_id, fc.school_id as copy_school_id, fc.kind as copy_kind, fc.stock_state, fc.clc,
         fc.own as copy_own, fc.matches as copy_matches,
         lc.version as copy_version, lc.state as lending_state, lc.loan_id, lc.hold_id, lc.held_for,
         q.reader_id as first_in_queue,
         r.reader_id, r.school_id as reader_school_id, r.kind as reader_kind, r.class_id, r.standing, r.suspended,
         r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
         coalesce(kc.entry_year, r.entry_year) as entry_year, fr.card_status,
         ${borrowerColumns('b')},
         d.body_hash, d.status as answer_status, d.answer,
         ${ruleStamps('$1')}
  from (select 1) as one
  left join found_copy fc on true
  left join locked_copy lc on true
  left join found_reader fr on fr.own or fr.matches = 1
  left join locked_borrower b on true
  left join known_reader r on r.reader_id = b.reader_id
  left join known_class kc on kc.class_id = r.class_id
  left join title_queue t on t.title_id = fc.title_id and t.waiting > 0 and lc.state = 'in'
  left join lateral (
    select h.reader_id from hold h
    where t.waiting > 0 and h.title_id = t.title_id and h.status = 'waiting' and h.pickup_school_id = fc.school_id
      and (h.wanted_copy_id is null or h.wanted_copy_id = fc.copy_id)
    order by h.placed_at, h.id limit 1) q on true
  left join desk_request d on d.caller = $5 and d.route = $6 and d.key = $7`;

export const GATHER_FOR_CHECK_OUT = statement('check-out.gather', gather('for update'));
const GATHER_FOR_DRY_RUN = statement('check-out.try', gather(''));

const ARE_KNOWN = statement(
  'check-out.are-known',
  `select exists (select from known_copy where barcode = $1)
      and (exists (select from known_reader where reader_id = $2::uuid)
           or exists (select from known_card where card_key = any($3::text[]))) as known`,
);

type GatheredRow = Nullable<BorrowerRow> & {
  copy_id: CopyId | null;
  title_id: TitleId;
  copy_school_id: SchoolId;
  copy_kind: CopyKind;
  stock_state: StockState;
  clc: string | null;
  copy_own: boolean;
  copy_matches: string;
  copy_version: number | null;
  lending_state: LendingState;
  loan_id: LoanId | null;
  hold_id: HoldId | null;
  held_for: ReaderId | null;
  first_in_queue: ReaderId | null;
  reader_id: ReaderId | null;
  reader_school_id: SchoolId;
  reader_kind: ReaderKind;
  class_id: SchoolClassId | null;
  standing: 'active' | 'left';
  suspended: boolean;
  suspended_until: CalendarDay | null;
  section: Section | null;
  entry_year: number | null;
  card_status: ReaderAtDesk['card'];
  body_hash: Buffer | null;
  answer_status: number | null;
  answer: string | null;
  policy_stamp: number;
  calendar_version: number;
};
type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

export class CheckOutFactsReader {
  constructor(private readonly rows: Rows) {}

  /** Gathers and locks. @param request whose stored answer is read on the way */
  forCheckOut(
    look: DeskLookUp,
    today: CalendarDay,
    request: DeskRequest | null,
  ): Promise<GatheredForCheckOut> {
    return this.gather(true, look, today, request);
  }

  /** Gathers without a lock: a dry run must not keep a desk waiting. */
  forDryRun(look: DeskLookUp, today: CalendarDay): Promise<GatheredForCheckOut> {
    return this.gather(false, look, today, null);
  }

  /** Whether barcode and reader have arrived. */
  async areKnown(look: DeskLookUp): Promise<boolean> {
    const [row] = await this.rows.rows<{ known: boolean }>(ARE_KNOWN, [
      look.barcode,
      look.readerId,
      look.cardKeys ?? [],
    ]);
    return row?.known === true;
  }

  async copyIsKnown(barcode: string): Promise<boolean> {
    const rows = await this.rows.rows('select from known_copy where barcode = $1 limit 1', [barcode]);
    return rows.length > 0;
  }

  private async gather(
    locking: boolean,
    look: DeskLookUp,
    today: CalendarDay,
    request: DeskRequest | null,
  ): Promise<GatheredForCheckOut> {
    const [row] = await this.rows.rows<GatheredRow>(locking ? GATHER_FOR_CHECK_OUT : GATHER_FOR_DRY_RUN, [
      look.schoolId,
      look.barcode,
      look.cardKeys,
      look.readerId,
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
      scanned: scannedFrom(row),
      copyVersion: row.copy_version ?? 0,
      holdOfCopy: row.hold_id,
      reader: readerFrom(row, today),
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
    };
  }
}

function scannedFrom(row: GatheredRow): ScannedCopy {
  if (row.copy_id === null) return { is: 'unknown' };
  if (!row.copy_own)
    return Number(row.copy_matches) === 1
      ? { is: 'foreign' }
      : { is: 'ambiguous', schools: Number(row.copy_matches) };
  return {
    is: 'here',
    copy: {
      id: row.copy_id,
      titleId: row.title_id,
      schoolId: row.copy_school_id,
      kind: row.copy_kind,
      clc: row.clc,
      stockState: row.stock_state,
      lendingState: row.lending_state,
      loanId: row.loan_id,
      heldFor: row.held_for ?? row.first_in_queue,
    },
  };
}

function readerFrom(row: GatheredRow, today: CalendarDay): ReaderAtDesk | null {
  if (row.reader_id === null || row.b_version === null) return null;
  return {
    id: row.reader_id,
    schoolId: row.reader_school_id,
    kind: row.reader_kind,
    classId: row.class_id,
    grade: gradeOn(row.section, row.entry_year, today),
    standing: row.standing,
    suspended: row.suspended ? { untilOn: row.suspended_until } : null,
    card: row.card_status,
    borrower: toBorrower(row as BorrowerRow),
  };
}
