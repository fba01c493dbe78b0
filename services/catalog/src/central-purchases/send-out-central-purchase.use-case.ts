import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CentralPurchaseId } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { CentralPurchasesRepository } from './central-purchases.repository.js';
import {
  dispatchRefusals,
  type CentralPurchase,
  type CentralPurchaseStatus,
} from './rules/central-purchase.js';

/** The shares become orders of the schools; taken back while nothing came of them, ended when the rest will not come. */
@Injectable()
export class SendOutCentralPurchase {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `central-purchase.state-refused`, `central-purchase.share-too-large`; Refused 409 `central-purchase.refused` */
  dispatch(caller: Caller, id: CentralPurchaseId, request: DeskRequest | null): Promise<Answer> {
    return this.step(id, 'draft', request, async (tx, purchase) => {
      const purchases = tx.use(CentralPurchasesRepository);
      const lines = await purchases.shared(id);
      const refusals = dispatchRefusals(lines);
      if (refusals.length > 0) throw new Refused('central-purchase.refused', refusals);
      const shares = lines.reduce((sum, line) => sum + line.shares, 0);
      if (shares > limits.sharesOfPurchase) throw conflict('central-purchase.share-too-large');
      const today = this.clock.today();
      await purchases.dispatch(purchase, shares, today, caller.id);
      return { ...purchase, status: 'dispatched', dispatchedOn: today, reason: null };
    });
  }

  /** @throws Problem 404, 409 `central-purchase.state-refused`, `central-purchase.delivered-already` */
  recall(id: CentralPurchaseId, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.step(id, 'dispatched', request, async (tx, purchase) => {
      const purchases = tx.use(CentralPurchasesRepository);
      const { arriving, accepted } = await purchases.cameLocked(id);
      if (arriving + accepted > 0) throw conflict('central-purchase.delivered-already');
      await purchases.setOrders(id, 'cancelled', true);
      return { ...purchase, status: 'draft', dispatchedOn: null, reason };
    });
  }

  /** What has not come will not come. @throws Problem 404, 409 `central-purchase.state-refused`, `central-purchase.delivery-open` */
  end(id: CentralPurchaseId, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.step(id, 'dispatched', request, async (tx, purchase) => {
      const purchases = tx.use(CentralPurchasesRepository);
      const { arriving } = await purchases.cameLocked(id);
      if (arriving > 0) throw conflict('central-purchase.delivery-open');
      await purchases.setOrders(id, 'cancelled', false);
      return { ...purchase, status: 'ended', reason };
    });
  }

  /** It is still to come after all. @throws Problem 404, 409 `central-purchase.state-refused` */
  resume(id: CentralPurchaseId, request: DeskRequest | null): Promise<Answer> {
    return this.step(id, 'ended', request, async (tx, purchase) => {
      await tx.use(CentralPurchasesRepository).setOrders(id, 'approved', false);
      return { ...purchase, status: 'dispatched', reason: null };
    });
  }

  private step(
    id: CentralPurchaseId,
    from: CentralPurchaseStatus,
    request: DeskRequest | null,
    carryOut: (tx: Tx, purchase: CentralPurchase) => Promise<CentralPurchase>,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const purchases = tx.use(CentralPurchasesRepository);
      const purchase = await purchases.locked(id);
      if (purchase === null) throw unknownThing();
      if (purchase.status !== from) throw conflict('central-purchase.state-refused');
      const next = await carryOut(tx, purchase);
      await purchases.change({ ...next, version: purchase.version + 1 });
      return purchases.view(id);
    });
  }
}
