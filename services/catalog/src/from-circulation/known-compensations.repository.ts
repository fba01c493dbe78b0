import { statement, type Session, type Tx } from '@shulian/service-kit';
import type { CompensationId } from '@shulian/contracts/ids';
import type { KnownCompensation } from './known-compensation.projection.js';

const KEEP = statement(
  'knownCompensations.keep',
  `insert into known_compensation as k (id, version, school_id, copy_id, owed_on, owed_fen, how, amount_fen, settled_on)
   select * from jsonb_to_recordset($1::jsonb) as t(id uuid, version int, "schoolId" uuid, "copyId" uuid, "owedOn" date,
     "owedFen" int, how text, fen int, "on" date)
   on conflict (id) do update set version = excluded.version, how = excluded.how, amount_fen = excluded.amount_fen,
     settled_on = excluded.settled_on, owed_fen = excluded.owed_fen
   where k.version < excluded.version`,
);

/** Written by the projection and nobody else: a batch of events is gathered and written with one statement, before its commit. */
export class KnownCompensationsRepository {
  private readonly told = new Map<CompensationId, KnownCompensation>();

  constructor(
    private readonly session: Session,
    tx: Tx,
  ) {
    tx.beforeCommit(() => this.settle());
  }

  change(id: CompensationId, fold: (known: KnownCompensation | null) => KnownCompensation | null): void {
    const next = fold(this.told.get(id) ?? null);
    if (next !== null) this.told.set(id, next);
  }

  private async settle(): Promise<void> {
    if (this.told.size === 0) return;
    // Always in the same order: two batches must not lock each other out.
    const all = [...this.told.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    const rows = all.map(({ settled, ...owed }) => ({ ...owed, ...settled }));
    await this.session.rows(KEEP, [JSON.stringify(rows)]);
  }
}
