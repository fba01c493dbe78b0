import { statement, type Session, type Tx } from '@shulian/service-kit';
import type { KnownDebt } from './known-debt.projection.js';
import type { KnownLoan } from './known-loan.projection.js';

const KEEP_LOANS = statement(
  'known-loans.keep',
  `insert into known_loan as k (copy_id, version, reader_id, class_id, due_on, is_open)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "readerId" uuid, "classId" uuid, "dueOn" date, "isOpen" boolean)
   on conflict (copy_id) do update set version = excluded.version, reader_id = excluded.reader_id,
     class_id = excluded.class_id, due_on = excluded.due_on, is_open = excluded.is_open
   where k.version < excluded.version`,
);
const KEEP_DEBTS = statement(
  'known-debts.keep',
  `insert into known_debt as k (id, version, reader_id, owed_fen, is_open)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "readerId" uuid, "owedFen" int, "isOpen" boolean)
   on conflict (id) do update set version = excluded.version, reader_id = excluded.reader_id,
     owed_fen = excluded.owed_fen, is_open = excluded.is_open
   where k.version < excluded.version`,
);

type Known = { readonly id: string; readonly version: number };

/** Written by the projections and nobody else: a batch of events is gathered and written with two statements, before its commit. */
export class KnownDuesRepository {
  private readonly loans = new Map<string, KnownLoan>();
  private readonly debts = new Map<string, KnownDebt>();

  constructor(
    private readonly session: Session,
    tx: Tx,
  ) {
    tx.beforeCommit(() => this.settle());
  }

  knowLoan(loan: KnownLoan): void {
    keepNewest(this.loans, loan);
  }

  knowDebt(debt: KnownDebt): void {
    keepNewest(this.debts, debt);
  }

  private async settle(): Promise<void> {
    if (this.loans.size > 0) await this.session.rows(KEEP_LOANS, [inOrder(this.loans)]);
    if (this.debts.size > 0) await this.session.rows(KEEP_DEBTS, [inOrder(this.debts)]);
  }
}

function keepNewest<Thing extends Known>(told: Map<string, Thing>, thing: Thing): void {
  const before = told.get(thing.id);
  if (before === undefined || before.version < thing.version) told.set(thing.id, thing);
}

/** Always in the same order: two batches must not lock each other out. */
const inOrder = (told: ReadonlyMap<string, Known>): string =>
  JSON.stringify([...told.values()].sort((one, other) => (one.id < other.id ? -1 : 1)));
