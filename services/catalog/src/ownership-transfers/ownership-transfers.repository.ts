import { statement, type Session } from '@shulian/service-kit';
import type { CopyId, OwnershipTransferId } from '@shulian/contracts/ids';
import { ownershipTransferTable, toTransfer, toTransferRow } from './ownership-transfer.row.js';
import type { OwnershipTransfer } from './rules/ownership-transfer.js';

const PROMISE = statement(
  'transfers.promise',
  `insert into ownership_transfer_copy (transfer_id, copy_id, open) select $1, unnest($2::uuid[]), true`,
);
const RELEASE = statement(
  'transfers.release',
  'update ownership_transfer_copy set open = false where transfer_id = $1',
);
const BECAME = statement(
  'transfers.became',
  `update ownership_transfer_copy o set new_copy_id = b.new_copy_id
   from unnest($2::uuid[], $3::uuid[]) as b (copy_id, new_copy_id)
   where o.transfer_id = $1 and o.copy_id = b.copy_id`,
);

export class OwnershipTransfersRepository {
  constructor(private readonly session: Session) {}

  async add(transfer: OwnershipTransfer, copies: readonly CopyId[]): Promise<void> {
    await this.session.manager.insert(ownershipTransferTable, toTransferRow(transfer));
    await this.session.rows(PROMISE, [transfer.id, copies]);
  }

  /** Locked until the transaction ends: it ends once. */
  async locked(id: OwnershipTransferId): Promise<OwnershipTransfer | null> {
    const row = await this.session.manager.findOne(ownershipTransferTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return row === null ? null : toTransfer(row);
  }

  /** Writes how it ended; its copies may stand on another from now on. */
  async end(transfer: OwnershipTransfer): Promise<void> {
    await this.session.manager.update(ownershipTransferTable, { id: transfer.id }, toTransferRow(transfer));
    await this.session.rows(RELEASE, [transfer.id]);
  }

  /** Which copy there each of the copies has become. */
  async became(
    id: OwnershipTransferId,
    copies: readonly { readonly from: CopyId; readonly to: CopyId }[],
  ): Promise<void> {
    await this.session.rows(BECAME, [id, copies.map(({ from }) => from), copies.map(({ to }) => to)]);
  }
}
