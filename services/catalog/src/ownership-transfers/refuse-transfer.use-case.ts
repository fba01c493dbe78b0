import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { OwnershipTransferId } from '@shulian/contracts/ids';
import { endTransfer } from './end-transfer.step.js';
import { transferView } from './ownership-transfers.query.js';

/** The receiving school says no; the copies were never anywhere else. */
@Injectable()
export class RefuseTransfer {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 for the sender, 409 `transfer.not-open` */
  execute(
    caller: Caller,
    id: OwnershipTransferId,
    reason: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await endTransfer(tx, caller, id, 'refused', { on: this.clock.today(), note: reason });
      return transferView(tx.session, id);
    });
  }
}
