import type { CompensationId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import type { CashEntered, CashPeriodView, RuleView } from './cash-book.http.js';
import type { CashAccount } from './enter-cash.step.js';

const COMPENSATION = statement(
  'cashBook.compensation',
  'select school_id as "schoolId", status from compensation where id = $1',
);
const LINE = statement(
  'cashBook.line',
  `select n.number, n.kind, n.amount_fen as "amountFen", n.balance_fen::float8 as "balanceFen", n.compensation_id as "compensationId",
     exists (select from cash_line r where r.school_id = n.school_id and r.reverses = n.number) as "isReversed"
   from cash_line n where n.school_id = $1 and n.number = $2`,
);
const SUMS = statement(
  'cashBook.sums',
  `select coalesce(sum(amount_fen) filter (where amount_fen > 0), 0)::float8 as "inFen",
     coalesce(-sum(amount_fen) filter (where amount_fen < 0), 0)::float8 as "outFen"
   from cash_line where school_id = $1 and number > $2`,
);
const CLOSE = statement(
  'cashBook.close',
  `with closed as (update cash_account set last_period = $2, closed_number = $4 where school_id = $1)
   insert into cash_period (school_id, number, first_line, last_line, opening_fen, in_fen, out_fen, closing_fen, counted_fen, closed_on,
     closed_by, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const REOPEN = statement(
  'cashBook.reopen',
  `with gone as (delete from cash_period where school_id = $1 and number = $2 returning first_line)
   update cash_account set last_period = last_period - 1, closed_number = (select first_line - 1 from gone) where school_id = $1`,
);
const RULE_VERSION = statement(
  'cashBook.ruleVersion',
  'select coalesce(max(version), 0) as version from compensation_rule where school_id = $1',
);
const PUT_RULE = statement(
  'cashBook.putRule',
  `insert into compensation_rule (school_id, version, text, effective_on, put_on, put_by) values ($1, $2, $3, $4, $5, $6)`,
);

export type KeptLine = CashEntered & {
  readonly compensationId: string | null;
  readonly isReversed: boolean;
};

export class CashBookRepository {
  constructor(private readonly rows: Rows) {}

  async compensation(
    id: CompensationId,
  ): Promise<{ readonly schoolId: SchoolId; readonly status: string } | null> {
    const [row] = await this.rows.rows<{ schoolId: SchoolId; status: string }>(COMPENSATION, [id]);
    return row ?? null;
  }

  async line(schoolId: SchoolId, number: number): Promise<KeptLine | null> {
    const [row] = await this.rows.rows<KeptLine>(LINE, [schoolId, number]);
    return row ?? null;
  }

  /** Of the lines since the last period, in fen. */
  async sums(
    schoolId: SchoolId,
    { closedNumber }: CashAccount,
  ): Promise<{ readonly inFen: number; readonly outFen: number }> {
    const [row] = await this.rows.rows<{ inFen: number; outFen: number }>(SUMS, [schoolId, closedNumber]);
    return row ?? { inFen: 0, outFen: 0 };
  }

  async close(period: CashPeriodView): Promise<void> {
    await this.rows.rows(CLOSE, [
      period.schoolId,
      period.number,
      period.firstLine,
      period.lastLine,
      period.openingFen,
      period.inFen,
      period.outFen,
      period.closingFen,
      period.countedFen,
      period.closedOn,
      period.closedBy,
      period.note,
    ]);
  }

  async reopen(schoolId: SchoolId, { lastPeriod }: CashAccount): Promise<void> {
    await this.rows.rows(REOPEN, [schoolId, lastPeriod]);
  }

  async ruleVersion(schoolId: SchoolId): Promise<number> {
    const [row] = await this.rows.rows<{ version: number }>(RULE_VERSION, [schoolId]);
    return row?.version ?? 0;
  }

  async putRule(rule: RuleView): Promise<void> {
    const { schoolId, version, text, effectiveOn, putOn, putBy } = rule;
    await this.rows.rows(PUT_RULE, [schoolId, version, text, effectiveOn, putOn, putBy]);
  }
}
