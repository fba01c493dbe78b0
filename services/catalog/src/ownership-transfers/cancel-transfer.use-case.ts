import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { OwnershipTransferId } from '@shulian/contracts/ids';
import { endTransfer } from './end-transfer.step.js';
import { transferView } from './ownership-transfers.query.js';

/** The sending school takes back what it asked, as long as the other has not accepted. */
@Injectable()
export class CancelTransfer {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 for the receiver, 409 `transfer.not-open` */
  execute(caller: Caller, id: OwnershipTransferId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await endTransfer(tx, caller, id, 'cancelled', { on: this.clock.today(), note: null });
      return transferView(tx.session, id);
    });
  }
}
