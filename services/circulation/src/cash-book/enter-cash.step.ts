import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { conflict, statement, type Rows } from '@shulian/service-kit';
import type { CashEntered, CashKind } from './cash-book.http.js';

const OPEN = statement(
  'cashBook.openAccount',
  'insert into cash_account (school_id) values ($1) on conflict do nothing',
);
const LOCK = statement(
  'cashBook.lockAccount',
  `select last_number as "lastNumber", balance_fen::float8 as "balanceFen", last_period as "lastPeriod", closed_number as "closedNumber"
   from cash_account where school_id = $1 for update`,
);
const ADD = statement(
  'cashBook.add',
  `with entered as (update cash_account set last_number = $2, balance_fen = $8 where school_id = $1)
   insert into cash_line (school_id, number, entered_on, entered_by, kind, amount_fen, compensation_id, balance_fen, reverses,
     document_number, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const LEFT = statement(
  'cashBook.left',
  'select coalesce(sum(amount_fen), 0)::int as fen from cash_line where compensation_id = $1',
);

export type CashAccount = {
  readonly lastNumber: number;
  readonly balanceFen: number;
  readonly lastPeriod: number;
  readonly closedNumber: number;
};

export type NewCashLine = {
  readonly schoolId: SchoolId;
  readonly kind: CashKind;
  /** What went out is negative. */
  readonly amountFen: number;
  readonly on: CalendarDay;
  readonly by: string;
  readonly compensationId?: string;
  readonly reverses?: number;
  readonly documentNumber?: string;
  readonly note: string | null;
};

/** Writes the cash book inside the caller's transaction. The account of a school is the last row that is locked. */
export class EnterCash {
  constructor(private readonly rows: Rows) {}

  /** The account of a school, locked: lines come one after the other, without gaps. */
  async account(schoolId: SchoolId): Promise<CashAccount> {
    await this.rows.rows(OPEN, [schoolId]);
    const [account] = await this.rows.rows<CashAccount>(LOCK, [schoolId]);
    if (account === undefined) throw new Error('the account was just opened');
    return account;
  }

  /** @throws Problem 409 `cash.not-enough` */
  async enter(line: NewCashLine): Promise<CashEntered> {
    const account = await this.account(line.schoolId);
    const number = account.lastNumber + 1;
    const balanceFen = account.balanceFen + line.amountFen;
    if (balanceFen < 0) throw conflict('cash.not-enough');
    await this.rows.rows(ADD, [
      line.schoolId,
      number,
      line.on,
      line.by,
      line.kind,
      line.amountFen,
      line.compensationId ?? null,
      balanceFen,
      line.reverses ?? null,
      line.documentNumber ?? null,
      line.note,
    ]);
    return { number, kind: line.kind, amountFen: line.amountFen, balanceFen };
  }

  /** What is left of a compensation in the book: paid, less what went back. In fen. */
  async left(compensationId: string): Promise<number> {
    const [row] = await this.rows.rows<{ fen: number }>(LEFT, [compensationId]);
    return row?.fen ?? 0;
  }

  /** The settlement was a mistake: what is left of the payment goes out again. @throws Problem 409 `cash.not-enough` */
  async reversePayment(
    schoolId: SchoolId,
    compensationId: string,
    on: CalendarDay,
    by: string,
  ): Promise<void> {
    const left = await this.left(compensationId);
    if (left <= 0) return;
    const kind = 'payment-reversed';
    await this.enter({ schoolId, kind, amountFen: -left, on, by, compensationId, note: null });
  }
}
