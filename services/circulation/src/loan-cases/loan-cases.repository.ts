import type { CalendarDay, LoanId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { CASE_VIEW } from './loan-case.row.js';
import type { CaseView } from './loan-cases.http.js';
import type { CaseDamage, CaseKind, CaseOutcome, CaseState } from './rules/loan-case.js';

const LOAN = `select l.id as "loanId", l.lending_school_id as "schoolId", coalesce(r.class_id, l.class_id) as "classId",
    l.closed_how is not null as "isClosed"
  from loan l left join known_reader r on r.reader_id = l.reader_id`;
const BY_ID = statement('loanCases.loanById', `${LOAN} where l.id = $1`);
const BY_BARCODE = statement(
  'loanCases.loanByBarcode',
  `${LOAN} join known_copy k on k.copy_id = l.copy_id
   where k.barcode = $2 and l.lending_school_id = $1 and l.closed_how is null order by l.id desc limit 1`,
);
const ADD = statement(
  'loanCases.add',
  `insert into loan_case (id, school_id, kind, loan_id, class_id, damage, mend_by, noted_on, noted_by, note)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const VIEW = statement('loanCases.view', `${CASE_VIEW} where c.id = $1`);
const LOCK = statement(
  'loanCases.lock',
  `select school_id as "schoolId", kind, loan_id as "loanId", state from loan_case where id = $1 for update`,
);
const END = statement(
  'loanCases.end',
  'update loan_case set state = $2, ended_on = $3, ended_by = $4, end_note = $5 where id = $1',
);
const REOPEN = statement(
  'loanCases.reopen',
  `update loan_case set state = 'open', ended_on = null, ended_by = null, end_note = null where id = $1`,
);
/** What is struck is stock no more. */
const COUNT_STOCK = statement(
  'loanCases.countStock',
  `insert into term_stock (school_id, term_starts_on, copies, counted_on)
   select t.school_id, t.starts_on, k.copies, $1::date
   from (select school_id, max(starts_on) as starts_on from known_term where starts_on <= $1::date group by school_id) t
   join (select school_id, count(*)::int as copies from known_copy where stock_state <> 'withdrawn' group by school_id) k
     using (school_id)
   on conflict (school_id, term_starts_on) do update set copies = excluded.copies, counted_on = excluded.counted_on
   returning school_id`,
);

export type LoanOfCase = {
  readonly loanId: LoanId;
  readonly schoolId: SchoolId;
  /** Of who has it, today. */
  readonly classId: SchoolClassId | null;
  readonly isClosed: boolean;
};
export type NewCase = {
  readonly id: string;
  readonly kind: CaseKind;
  readonly damage: CaseDamage | null;
  readonly mendBy: string | null;
  readonly on: CalendarDay;
  readonly by: string;
  readonly note: string | null;
};
export type LockedCase = {
  readonly schoolId: SchoolId;
  readonly kind: CaseKind;
  readonly loanId: LoanId;
  readonly state: CaseState;
};

/** One of a kind is open for a loan. */
export const ONE_OPEN_CASE = 'loan_case_open';

export class LoanCasesRepository {
  constructor(private readonly rows: Rows) {}

  async loan(id: string): Promise<LoanOfCase | null> {
    const [row] = await this.rows.rows<LoanOfCase>(BY_ID, [id]);
    return row ?? null;
  }

  async loanOfBarcode(schoolId: SchoolId, barcode: string): Promise<LoanOfCase | null> {
    const [row] = await this.rows.rows<LoanOfCase>(BY_BARCODE, [schoolId, barcode]);
    return row ?? null;
  }

  async add(loan: LoanOfCase, one: NewCase): Promise<void> {
    await this.rows.rows(ADD, [
      one.id,
      loan.schoolId,
      one.kind,
      loan.loanId,
      loan.classId,
      one.damage,
      one.mendBy,
      one.on,
      one.by,
      one.note,
    ]);
  }

  async view(id: string): Promise<CaseView> {
    const [row] = await this.rows.rows<CaseView>(VIEW, [id]);
    if (row === undefined) throw new Error('the case is gone');
    return row;
  }

  async locked(id: string): Promise<LockedCase | null> {
    const [row] = await this.rows.rows<LockedCase>(LOCK, [id]);
    return row ?? null;
  }

  async end(
    id: string,
    outcome: CaseOutcome,
    how: { readonly on: CalendarDay; readonly by: string; readonly note: string | null },
  ): Promise<void> {
    await this.rows.rows(END, [id, outcome, how.on, how.by, how.note]);
  }

  async reopen(id: string): Promise<void> {
    await this.rows.rows(REOPEN, [id]);
  }

  /** Of all schools, for the term each is in. @returns how many schools */
  async countStock(today: CalendarDay): Promise<number> {
    return (await this.rows.rows(COUNT_STOCK, [today])).length;
  }
}
