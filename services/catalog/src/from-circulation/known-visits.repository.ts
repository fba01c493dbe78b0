import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session, type Tx } from '@shulian/service-kit';
import type { KnownVisit } from './known-visit.projection.js';

/** What is older than the row changes nothing. */
const KEEP = statement(
  'knownVisits.keep',
  `insert into known_visit as k (copy_id, transfer_id, version, at_school_id)
   select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[])
   on conflict (copy_id) do update set transfer_id = excluded.transfer_id, version = excluded.version,
     at_school_id = excluded.at_school_id
   where (k.transfer_id, k.version) < (excluded.transfer_id, excluded.version)`,
);

/** Written by the projection and nobody else; a batch of events is written with one statement, before its commit. */
export class KnownVisitsRepository {
  private readonly told = new Map<CopyId, KnownVisit>();

  constructor(
    private readonly session: Session,
    tx: Tx,
  ) {
    tx.beforeCommit(() => this.settle());
  }

  /** Of two events on one copy the later transfer holds, of one transfer the later version. */
  know(visit: KnownVisit): void {
    const known = this.told.get(visit.copyId);
    if (known === undefined || isBefore(known, visit)) this.told.set(visit.copyId, visit);
  }

  private async settle(): Promise<void> {
    if (this.told.size === 0) return;
    // Always in the same order: two batches must not lock each other out.
    const visits = [...this.told.values()].sort((one, other) => (one.copyId < other.copyId ? -1 : 1));
    await this.session.rows(KEEP, [
      visits.map(({ copyId }) => copyId),
      visits.map(({ transferId }) => transferId),
      visits.map(({ version }) => version),
      visits.map(({ atSchoolId }): SchoolId | null => atSchoolId),
    ]);
  }
}

const isBefore = (one: KnownVisit, other: KnownVisit): boolean =>
  one.transferId === other.transferId ? one.version < other.version : one.transferId < other.transferId;
