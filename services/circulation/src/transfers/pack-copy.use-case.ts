import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import type { Transfer } from './rules/transfer.js';
import { openRunOfCaller } from './run-of-caller.step.js';
import { transferPacked } from './transfer.events.js';
import type { ScanAsked, TransferView } from './transfers.http.js';
import { TransfersRepository } from './transfers.repository.js';

/** The first scan: a copy that is to go somewhere is put on the manifest of a run. Scanned twice it is on it once. */
@Injectable()
export class PackCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 for a run out of reach, 409 `courier-run.left`, `transfer.none-to-pack`, `transfer.packed-elsewhere`,
   * `copy.barcode-ambiguous`
   */
  execute(caller: Caller, runId: string, input: ScanAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx): Promise<TransferView> => {
      const transfers = tx.use(TransfersRepository);
      const run = await openRunOfCaller(tx, caller, runId);
      const seen = meant(await transfers.withBarcode(normalBarcode(input.copyBarcode)), run.schoolId);
      const copy = (await lockInOrder(tx, { copies: [seen.copyId] })).copies.get(seen.copyId);
      const transfer = await transfers.currentOf(seen.copyId);
      if (copy === undefined || transfer?.fromSchoolId !== run.schoolId)
        throw conflict('transfer.none-to-pack');
      if (transfer.status === 'packed' && transfer.runId !== runId)
        throw conflict('transfer.packed-elsewhere');
      if (transfer.status === 'requested') {
        await transfers.pack(transfer.id, runId, { on: today, by: caller.id });
        await tx.use(AwayCopiesRepository).arrive(copy, null, false);
        await tx.outbox.append(transferPacked(transfer, today));
      }
      return transfers.view(transfer.id, today);
    });
  }
}

/** @throws Problem 409 */
function meant(transfers: readonly Transfer[], schoolId: SchoolId): Transfer {
  const sent = transfers.filter(({ status, fromSchoolId }) => status !== 'lost' && fromSchoolId === schoolId);
  const waiting = sent.filter(({ status }) => status === 'requested');
  const [first, second] = waiting.length > 0 ? waiting : sent;
  if (first === undefined) throw conflict('transfer.none-to-pack');
  if (second !== undefined) throw conflict('copy.barcode-ambiguous');
  return first;
}
