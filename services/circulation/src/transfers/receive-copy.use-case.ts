import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import { mayGoHome } from '@shulian/lending-rules/desk/reading-room';
import { nextPlaceFor } from '@shulian/lending-rules/lending/next-place';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { ClaimsOnCopies, type ClaimServed } from '../desk/claims-on-copies.step.js';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { mayServeAt } from './foreign-copies.step.js';
import { noteArrival } from './note-arrival.step.js';
import { waitsToBeSent, whichOnTheWay, type Transfer } from './rules/transfer.js';
import type { TransferReceiptAsked, ReceiptView } from './transfers.http.js';
import { TransfersRepository } from './transfers.repository.js';

/**
 * The second scan: a copy has come, where it was sent to or wherever it turned up. It goes to whoever is first in the queue
 * there, on the shelf of its own school, or on its way home. Of two who scan it at once the second finds it there.
 */
@Injectable()
export class ReceiveCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly claims: ClaimsOnCopies,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 409 `transfer.none-on-the-way`, `transfer.not-sent-yet`, `copy.barcode-ambiguous` */
  async execute(caller: Caller, input: TransferReceiptAsked, request: DeskRequest | null): Promise<Answer> {
    const atSchoolId = caller.schoolFor(input.schoolId);
    const done = { on: this.clock.today(), by: caller.id };
    const answer = await this.oncePerKey.run(request, 200, async (tx): Promise<ReceiptView> => {
      const transfers = tx.use(TransfersRepository);
      const found = whichOnTheWay(await transfers.withBarcode(normalBarcode(input.copyBarcode)), atSchoolId);
      if (found === 'ambiguous') throw conflict('copy.barcode-ambiguous');
      const { copy, current } = await lockedOnTheWay(tx, found);
      if (waitsToBeSent(current, atSchoolId)) throw conflict('transfer.not-sent-yet');
      const mayServe = mayGoHome(copy) && (await mayServeAt(tx, copy, atSchoolId, done.on));
      const served = mayServe
        ? await this.claims.serveNext(
            tx,
            { ...copy, schoolId: atSchoolId },
            done.on,
            await tx.use(SchoolRulesFacts).of(atSchoolId),
          )
        : null;
      const { stockState, schoolId: owningSchoolId } = copy;
      const { next } = nextPlaceFor({ stockState, owningSchoolId, atSchoolId, awaited: served !== null });
      const arrived = await noteArrival(tx, copy, atSchoolId, next, served?.hold.id ?? null, done);
      await tx.outbox.append(...arrived, ...(await putDown(tx, copy, next, served)));
      return {
        transfer: await transfers.view(current.id, done.on),
        next,
        ...(served === null ? {} : { holdId: served.hold.id }),
      };
    });
    this.claims.afterCommit();
    return answer;
  }
}

/** @throws Problem 409 when it is not on its way, or not any more */
async function lockedOnTheWay(
  tx: Tx,
  found: Transfer | null,
): Promise<{ readonly copy: LentCopy; readonly current: Transfer }> {
  if (found === null) throw conflict('transfer.none-on-the-way');
  const copy = (await lockInOrder(tx, { copies: [found.copyId] })).copies.get(found.copyId);
  const current = await tx.use(TransfersRepository).currentOf(found.copyId);
  if (copy === undefined || current === null) throw conflict('transfer.none-on-the-way');
  return { copy, current };
}

/** Moves the copy to where it goes; one that is in transit and goes on stays so. */
async function putDown(
  tx: Tx,
  copy: LentCopy,
  next: ReturnType<typeof nextPlaceFor>['next'],
  served: ClaimServed | null,
): Promise<readonly Announcement[]> {
  if (served !== null)
    return [
      ...served.announcements,
      await moveCopy(tx, copy, { state: 'hold-shelf', hold: served.hold }, 'hold'),
    ];
  if (next === 'transfer')
    return copy.state === 'in-transit'
      ? []
      : [await moveCopy(tx, copy, { state: 'in-transit', hold: null }, next)];
  return [await moveCopy(tx, copy, { state: 'in', hold: null }, next)];
}
