import type { CalendarDay, HoldId, LoanId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type DeskRequest, type Rows, type StoredAnswer } from '@shulian/service-kit';
import { borrowerColumns, toBorrower, type BorrowerRow } from './borrower.row.js';
import { loanColumns, toLoan, type LoanRow } from './loan.row.js';
import type { Borrower } from './rules/borrower.js';
import { gradeOn, type Section } from './rules/grade.js';
import type { LendingState, Loan } from './rules/loan.js';
import { ruleStamps, type RuleStamps } from './school-rules.facts.js';

export type GatheredForRenewal = {
  readonly earlier: StoredAnswer | null;
  readonly loan: Loan | null;
  readonly copy: {
    readonly version: number;
    readonly state: LendingState;
    readonly loanId: LoanId | null;
    readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } | null;
  };
  readonly borrower: Borrower | null;
  readonly reader: {
    readonly schoolId: SchoolId;
    readonly classId: SchoolClassId | null;
    readonly grade: number | null;
    readonly standing: 'active' | 'left';
    readonly suspended: { readonly untilOn: CalendarDay | null } | null;
  } | null;
  readonly waiting: number;
  readonly stamps: RuleStamps;
};

/** Copy, loan and reader of a loan, locked in this order. */
const GATHER = statement(
  'renewal.gather',
  `with asked as materialized (select id, copy_id from loan where id = $1),
   locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from asked) for update
   ), locked_loan as materialized (
     select l.* from loan l
     where l.id = (select case when (select count(*) from locked_copy) >= 0 then id end from asked) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.reader_id = (select reader_id from locked_loan) for update
   )
   select lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id, lc.held_for,
          r.school_id as r_school_id, r.class_id as r_class_id, r.standing, r.suspended,
          r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
          coalesce(kc.entry_year, r.entry_year) as entry_year,
          (select count(*) from hold h where h.title_id = l.title_id and h.status = 'waiting'
             and h.pickup_school_id = l.owning_school_id and h.reader_id <> l.reader_id
             and (h.wanted_copy_id is null or h.wanted_copy_id = l.copy_id)) as waiting,
          ${loanColumns('l')}, ${borrowerColumns('b')}, d.body_hash, d.status as answer_status, d.answer,
          ${ruleStamps('l.lending_school_id')}
   from (select 1) as one
   left join locked_loan l on true
   left join locked_copy lc on true
   left join locked_borrower b on true
   left join known_reader r on r.reader_id = l.reader_id
   left join known_class kc on kc.class_id = r.class_id
   left join desk_request d on d.caller = $2 and d.route = $3 and d.key = $4`,
);

type GatheredRow = { [K in keyof LoanRow]: LoanRow[K] | null } & {
  [K in keyof BorrowerRow]: BorrowerRow[K] | null;
} & {
  copy_version: number;
  copy_state: LendingState;
  open_loan_id: LoanId | null;
  hold_id: HoldId | null;
  held_for: ReaderId | null;
  r_school_id: SchoolId | null;
  r_class_id: SchoolClassId | null;
  standing: 'active' | 'left';
  suspended: boolean;
  suspended_until: CalendarDay | null;
  section: Section | null;
  entry_year: number | null;
  waiting: string;
  body_hash: Buffer | null;
  answer_status: number | null;
  answer: string | null;
  policy_stamp: number;
  calendar_version: number;
};

export class RenewalFactsReader {
  constructor(private readonly rows: Rows) {}

  async gather(loanId: LoanId, today: CalendarDay, request: DeskRequest | null): Promise<GatheredForRenewal> {
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
      copy: {
        version: row.copy_version,
        state: row.copy_state,
        loanId: row.open_loan_id,
        hold:
          row.hold_id === null || row.held_for === null ? null : { id: row.hold_id, readerId: row.held_for },
      },
      borrower: row.b_version === null ? null : toBorrower(row as BorrowerRow),
      reader:
        row.r_school_id === null
          ? null
          : {
              schoolId: row.r_school_id,
              classId: row.r_class_id,
              grade: gradeOn(row.section, row.entry_year, today),
              standing: row.standing,
              suspended: row.suspended ? { untilOn: row.suspended_until } : null,
            },
      waiting: Number(row.waiting),
      stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
    };
  }
}
