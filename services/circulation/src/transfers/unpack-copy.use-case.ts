import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import type { Transfer } from './rules/transfer.js';
import { openRunOfCaller } from './run-of-caller.step.js';
import { transferPacked } from './transfer.events.js';
import type { TransferView } from './transfers.http.js';
import { TransfersRepository } from './transfers.repository.js';

/** A copy is taken off a manifest again. */
@Injectable()
export class UnpackCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a run out of reach, or a transfer that is not on it; 409 `courier-run.left`, `transfer.not-packed` */
  execute(caller: Caller, runId: string, transferId: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<TransferView> => {
      await openRunOfCaller(tx, caller, runId);
      const transfer = await onRun(tx, runId, transferId);
      const { fromSchoolId } = transfer;
      if (transfer.status !== 'packed') throw conflict('transfer.not-packed');
      await tx.use(TransfersRepository).unpack(transferId);
      const isHome = fromSchoolId === transfer.owningSchoolId;
      const copy = { copyId: transfer.copyId, schoolId: transfer.owningSchoolId };
      await tx.use(AwayCopiesRepository).arrive(copy, isHome ? null : fromSchoolId, false);
      await tx.outbox.append(transferPacked(transfer, null));
      return tx.use(TransfersRepository).view(transferId, this.clock.today());
    });
  }
}

/** The transfer, locked after its copy. @throws Problem 404 when it is not on the run */
async function onRun(tx: Tx, runId: string, transferId: string): Promise<Transfer> {
  const transfers = tx.use(TransfersRepository);
  const seen = await transfers.seen(transferId);
  if (seen?.runId !== runId) throw unknownThing();
  await lockInOrder(tx, { copies: [seen.copyId] });
  const transfer = await transfers.locked(transferId);
  if (transfer?.runId !== runId) throw unknownThing();
  return transfer;
}
