import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Lists, numberAfter, pageOf, unknownThing, type Page } from '@shulian/service-kit';
import type {
  CashLine,
  CashLinesAsked,
  CashPeriodsAsked,
  CashPeriodView,
  RuleAskedFor,
  RuleView,
} from './cash-book.http.js';

/** In the order of the book. */
const LINES = `select n.number, n.entered_on::text as "enteredOn", n.entered_by as "enteredBy", n.kind,
    case when n.amount_fen > 0 then n.amount_fen end as "inFen", case when n.amount_fen < 0 then -n.amount_fen end as "outFen",
    n.balance_fen::float8 as "balanceFen", n.compensation_id as "compensationId",
    case when c.id is not null then json_build_object('kind', case when c.reader_id is null then 'class' else 'reader' end,
      'id', coalesce(c.reader_id, c.class_id)) end as borrower,
    c.reader_id as "readerId", c.copy_id as "copyId", t.title, k.barcode as "copyBarcode",
    case when n.kind = 'payment' then coalesce(k.stock_state = 'withdrawn', false) end as struck, n.reverses,
    n.document_number as "documentNumber", n.note, p.number as period
  from cash_line n left join compensation c on c.id = n.compensation_id left join loan l on l.id = c.loan_id
  left join known_copy k on k.copy_id = c.copy_id left join known_title t on t.title_id = l.title_id
  left join cash_period p on p.school_id = n.school_id and n.number between p.first_line and p.last_line
  where n.school_id = $1 and n.number > $2 and n.entered_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::int is null or p.number = $5) and ($6::text is null or n.kind = $6)
    and ($7::boolean is null or (n.kind = 'payment' and coalesce(k.stock_state = 'withdrawn', false) = $7))
  order by n.number limit $8`;
const PERIOD = `school_id as "schoolId", number, first_line as "firstLine", last_line as "lastLine", opening_fen::float8 as "openingFen",
    in_fen::float8 as "inFen", out_fen::float8 as "outFen", closing_fen::float8 as "closingFen", counted_fen::float8 as "countedFen",
    closed_on::text as "closedOn", closed_by as "closedBy", note`;
const PERIODS = `select ${PERIOD} from cash_period where school_id = $1 and ($2 = 0 or number < $2) order by number desc limit $3`;
const RULE = `select school_id as "schoolId", version, text, effective_on::text as "effectiveOn", put_on::text as "putOn", put_by as "putBy"
  from compensation_rule where school_id = $1 and ($2::int is null or version = $2) order by version desc limit 1`;

/** The cash book of a school, its periods, and the rule it goes by (CIR-062). */
@Injectable()
export class CashBookQuery {
  constructor(private readonly lists: Lists) {}

  async lines(input: CashLinesAsked, schoolId: SchoolId): Promise<Page<CashLine>> {
    const rows = await this.lists.rows<CashLine>(LINES, [
      schoolId,
      numberAfter(input.cursor),
      input.from ?? null,
      input.to ?? null,
      input.period ?? null,
      input.kind ?? null,
      input.struck ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }

  async periods(input: CashPeriodsAsked, schoolId: SchoolId): Promise<Page<CashPeriodView>> {
    const rows = await this.lists.rows<CashPeriodView>(PERIODS, [
      schoolId,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ number }) => [number],
    );
  }

  /** @throws Problem 404 where the school has written none */
  async rule(schoolId: SchoolId, { version }: RuleAskedFor): Promise<RuleView> {
    const [row] = await this.lists.rows<RuleView>(RULE, [schoolId, version ?? null]);
    if (row === undefined) throw unknownThing();
    return row;
  }
}
