import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
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
import { LentCopiesRepository, type LentCopy } from '../desk/lent-copies.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { endRequest } from './end-request.step.js';
import type { Transfer } from './rules/transfer.js';
import { copyLostOnWay, transferEnded } from './transfer.events.js';
import type { TransferView } from './transfers.http.js';
import { TransfersRepository, type DoneBy } from './transfers.repository.js';

/** A school does not send a copy that was asked for; or declares one of its own lost that was sent and did not come. */
@Injectable()
export class EndTransfer {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly claims: ClaimsOnCopies,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `transfer.not-requested`, `transfer.goes-home`, `transfer.not-packed` */
  async execute(
    caller: Caller,
    id: string,
    how: 'refused' | 'lost',
    note: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const done = { on: this.clock.today(), by: caller.id };
    const answer = await this.oncePerKey.run(request, 200, async (tx): Promise<TransferView> => {
      const transfers = tx.use(TransfersRepository);
      const seen = await transfers.seen(id);
      // It is for the school it belongs to to say so, also while the copy is elsewhere.
      if (seen === null || !caller.mayWorkAt(seen.owningSchoolId)) throw unknownThing();
      const copy = (await lockInOrder(tx, { copies: [seen.copyId] })).copies.get(seen.copyId);
      const transfer = await transfers.locked(id);
      if (copy === undefined || transfer === null) throw unknownThing();
      const told =
        how === 'refused'
          ? await refuse(tx, copy, transfer, done, note)
          : await this.lose(tx, copy, transfer, done, note);
      await tx.outbox.append(...told);
      await this.claims.lookAgainAt(tx, copy.titleId);
      return transfers.view(id, done.on);
    });
    this.claims.afterCommit();
    return answer;
  }

  private async lose(
    tx: Tx,
    copy: LentCopy,
    transfer: Transfer,
    done: DoneBy,
    note: string | null,
  ): Promise<readonly Announcement[]> {
    if (transfer.status !== 'packed') throw conflict('transfer.not-packed');
    await tx.use(TransfersRepository).end(transfer.id, 'lost', done, note);
    const version = copy.version + 1;
    await tx.use(LentCopiesRepository).change({ ...copy, state: 'lost', hold: null, version });
    await this.claims.whenLost(tx, copy.copyId, done.on);
    return [transferEnded(transfer, 'lost', done.on), copyLostOnWay(transfer, done.on, version)];
  }
}

async function refuse(
  tx: Tx,
  copy: LentCopy,
  transfer: Transfer,
  done: DoneBy,
  note: string | null,
): Promise<readonly Announcement[]> {
  if (transfer.why === 'home') throw conflict('transfer.goes-home');
  if (transfer.status !== 'requested') throw conflict('transfer.not-requested');
  return endRequest(tx, copy, transfer, 'refused', done, note);
}
