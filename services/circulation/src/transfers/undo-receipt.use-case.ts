import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolId } from '@shulian/contracts/ids';
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
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { waitsToBeSent, type Transfer } from './rules/transfer.js';
import { transferEnded, transferPacked } from './transfer.events.js';
import type { TransferView } from './transfers.http.js';
import { TransfersRepository, type DoneBy } from './transfers.repository.js';
import { VisitsFacts } from './visits.facts.js';

/**
 * A receipt was a mistake: the copy is on its way again. As long as nothing else happened to it; a reader for whom it was
 * put aside waits again, in the old place.
 */
@Injectable()
export class UndoReceipt {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly claims: ClaimsOnCopies,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a transfer that was not received at a school of the caller, 409 `transfer.moved-on` */
  async execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const done = { on: this.clock.today(), by: caller.id };
    const answer = await this.oncePerKey.run(request, 200, async (tx): Promise<TransferView> => {
      const transfers = tx.use(TransfersRepository);
      const seen = await transfers.seen(id);
      const atSchoolId = seen?.receivedAtSchoolId ?? null;
      if (seen === null || atSchoolId === null || !caller.mayWorkAt(atSchoolId)) throw unknownThing();
      const { copyId } = seen;
      const copy = (await lockInOrder(tx, { copies: [copyId] })).copies.get(copyId);
      const transfer = await transfers.locked(id);
      const last = await transfers.lastOf(copyId);
      if (copy === undefined || transfer?.status !== 'received' || last === null)
        throw conflict('transfer.moved-on');
      if (await tx.use(VisitsFacts).wasLentSince(copyId, transfer.id)) throw conflict('transfer.moved-on');
      const taken = await this.takeUp(tx, copy, transfer, last, atSchoolId, done);
      await transfers.sendAgain(id, done.on);
      const isOut = transfer.why === 'hold' || (await transfers.cameForHold(transfer));
      await tx.use(AwayCopiesRepository).arrive(copy, null, isOut);
      await tx.outbox.append(...taken, transferPacked(transfer, done.on));
      return transfers.view(id, done.on);
    });
    this.claims.afterCommit();
    return answer;
  }

  /** Takes the copy from where the receipt put it. */
  private async takeUp(
    tx: Tx,
    copy: LentCopy,
    transfer: Transfer,
    last: Transfer,
    atSchoolId: SchoolId,
    done: DoneBy,
  ): Promise<readonly Announcement[]> {
    const isLast = last.id === transfer.id;
    if (isLast && copy.state === 'hold-shelf') return this.claims.takeOffShelf(tx, copy, done.on);
    if (isLast && copy.state === 'in' && copy.stockState !== 'withdrawn')
      return [await moveCopy(tx, copy, { state: 'in-transit', hold: null }, 'transfer')];
    // It was to go on from here, and has not yet.
    const waitsHere = waitsToBeSent(last, atSchoolId) && last.why === 'home';
    if (isLast || copy.state !== 'in-transit' || !waitsHere) throw conflict('transfer.moved-on');
    await tx.use(TransfersRepository).end(last.id, 'not-needed', done, null);
    return [transferEnded(last, 'not-needed', done.on)];
  }
}
