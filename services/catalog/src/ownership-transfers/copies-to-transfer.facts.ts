import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, OwnershipTransferId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import { COPY_COLUMNS, toCopy, type CopyRow } from '../accession/copy.row.js';
import type { Copy } from '../accession/rules/copy.js';
import type { FoundSchool } from '../from-readers/known-schools.query.js';
import type { CopyToTransfer, OwnershipTransfer } from './rules/ownership-transfer.js';

/** Always in the same order: two transfers must not lock each other out. */
const LOCK = statement(
  'transfers.lockCopies',
  `select from copy where id = any($1::uuid[])
     or id in (select copy_id from ownership_transfer_copy where transfer_id = $2::uuid)
   order by id for update`,
);
/** A statement of its own: it sees what those have left for whom the locks were waited. */
const READ = statement(
  'transfers.readCopies',
  `select ${COPY_COLUMNS}, c.lending as lending,
     exists (select from ownership_transfer_copy o
             where o.copy_id = c.id and o.open and o.transfer_id is distinct from $2::uuid) as promised
   from copy c
   where c.id = any($1::uuid[]) or c.id in (select copy_id from ownership_transfer_copy where transfer_id = $2::uuid)
   order by c.accession_number`,
);

const SCHOOLS = statement(
  'transfers.schools',
  'select school_id as id, code, name from known_school where school_id = any($1::uuid[])',
);

export type TransferredCopy = Copy & Pick<CopyToTransfer, 'lending' | 'promised'>;

/** The copies that shall change hands, locked, with all that may stand in the way; in the order of the register. */
export class CopiesToTransferFacts {
  constructor(private readonly session: Session) {}

  named(ids: readonly CopyId[]): Promise<TransferredCopy[]> {
    return this.gathered(ids, null);
  }

  of(transferId: OwnershipTransferId): Promise<TransferredCopy[]> {
    return this.gathered([], transferId);
  }

  /** The two schools, as the catalogue knows them. */
  async schoolsOf({
    fromSchoolId,
    toSchoolId,
  }: OwnershipTransfer): Promise<{ readonly from: FoundSchool; readonly to: FoundSchool }> {
    const known = await this.session.rows<FoundSchool>(SCHOOLS, [[fromSchoolId, toSchoolId]]);
    const from = known.find(({ id }) => id === fromSchoolId);
    const to = known.find(({ id }) => id === toSchoolId);
    if (from === undefined || to === undefined) throw new Error('a school of a transfer is not known');
    return { from, to };
  }

  private async gathered(
    ids: readonly CopyId[],
    transferId: OwnershipTransferId | null,
  ): Promise<TransferredCopy[]> {
    await this.session.rows(LOCK, [ids, transferId]);
    const rows = await this.session.rows<CopyRow & { lending: LendingState; promised: boolean }>(READ, [
      ids,
      transferId,
    ]);
    return rows.map((row) => ({ ...toCopy(row), lending: row.lending, promised: row.promised }));
  }
}
