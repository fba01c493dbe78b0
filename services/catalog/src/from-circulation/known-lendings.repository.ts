import { statement, type Session, type Tx } from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import type { KnownLending } from './known-lending.projection.js';

const BY_COPY = statement(
  'knownLendings.byCopy',
  'select copy_id, version, state from known_lending where copy_id = $1',
);
const BY_COPIES = statement(
  'knownLendings.byCopies',
  'select copy_id, version, state from known_lending where copy_id = any($1::uuid[])',
);
const KEEP = statement(
  'knownLendings.keep',
  `insert into known_lending as k (copy_id, version, state, lent_on)
   select * from unnest($1::uuid[], $2::int[], $3::text[], $4::date[])
   on conflict (copy_id) do update set version = excluded.version, state = excluded.state,
     lent_on = coalesce(excluded.lent_on, k.lent_on) where k.version < excluded.version`,
);

type Row = { copy_id: CopyId; version: number; state: LendingState };

/** Written by the projection and nobody else: a batch of events is gathered and written with one statement, before its commit. */
export class KnownLendingsRepository {
  private readonly told = new Map<CopyId, KnownLending>();

  constructor(
    private readonly session: Session,
    tx: Tx,
  ) {
    tx.beforeCommit(() => this.settle());
  }

  /** A copy that circulation never spoke of is in. */
  async stateOf(copyId: CopyId): Promise<LendingState> {
    const [row] = await this.session.rows<Row>(BY_COPY, [copyId]);
    return row?.state ?? 'in';
  }

  /** Where many copies are; those that circulation never spoke of are left out, and in. */
  async statesOf(copyIds: readonly CopyId[]): Promise<ReadonlyMap<CopyId, LendingState>> {
    if (copyIds.length === 0) return new Map();
    const rows = await this.session.rows<Row>(BY_COPIES, [copyIds]);
    return new Map(rows.map(({ copy_id, state }) => [copy_id, state]));
  }

  /** The fold sees what this batch told before; an older version than the table's is passed over when it is written. */
  change(copyId: CopyId, fold: (known: KnownLending | null) => KnownLending | null): void {
    const next = fold(this.told.get(copyId) ?? null);
    if (next !== null) this.told.set(copyId, next);
  }

  private async settle(): Promise<void> {
    if (this.told.size === 0) return;
    // Always in the same order: two batches must not lock each other out.
    const lendings = [...this.told.values()].sort((one, other) => (one.copyId < other.copyId ? -1 : 1));
    await this.session.rows(KEEP, [
      lendings.map(({ copyId }) => copyId),
      lendings.map(({ version }) => version),
      lendings.map(({ state }) => state),
      lendings.map(({ lentOn }) => lentOn),
    ]);
  }
}
