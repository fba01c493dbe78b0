import { statement, type Session } from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import type { KnownLending, KnownLendingState } from './known-lending.projection.js';

const BY_COPY = statement(
  'knownLendings.byCopy',
  'select copy_id, version, state from known_lending where copy_id = $1',
);
const LOCK = statement(
  'knownLendings.lock',
  'select copy_id, version, state from known_lending where copy_id = $1 for update',
);
const KEEP = statement(
  'knownLendings.keep',
  `insert into known_lending as k (copy_id, version, state) values ($1, $2, $3)
   on conflict (copy_id) do update set version = excluded.version, state = excluded.state where k.version < excluded.version`,
);

type Row = { copy_id: CopyId; version: number; state: KnownLendingState };

/** Written by the projection and nobody else. */
export class KnownLendingsRepository {
  constructor(private readonly session: Session) {}

  /** A copy that circulation never spoke of is in. */
  async stateOf(copyId: CopyId): Promise<KnownLendingState> {
    const [row] = await this.session.rows<Row>(BY_COPY, [copyId]);
    return row?.state ?? 'in';
  }

  async change(copyId: CopyId, fold: (known: KnownLending | null) => KnownLending | null): Promise<void> {
    const [row] = await this.session.rows<Row>(LOCK, [copyId]);
    const next = fold(
      row === undefined ? null : { copyId: row.copy_id, version: row.version, state: row.state },
    );
    if (next !== null) await this.session.rows(KEEP, [next.copyId, next.version, next.state]);
  }
}
