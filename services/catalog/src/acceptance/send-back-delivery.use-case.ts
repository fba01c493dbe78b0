import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { DeliveryId } from '@shulian/contracts/ids';
import { OrdersRepository } from '../orders/orders.repository.js';
import { lockedWithOrder } from './accept-delivery.use-case.js';
import { volumesOf } from './check-in-delivery.use-case.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { settled } from './rules/delivery.js';

/** What came goes back, or was entered by mistake: the volumes of the order are still to come. */
@Injectable()
export class SendBackDelivery {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a delivery of another school, 409 `delivery.settled` */
  execute(caller: Caller, id: DeliveryId, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const deliveries = tx.use(DeliveriesRepository);
      const delivery = await lockedWithOrder(tx, id);
      if (delivery === null || !caller.mayWorkAt(delivery.schoolId)) throw unknownThing();
      const on = this.clock.today();
      const next = settled(delivery, { status: 'sent-back', on, by: caller.id, reason, numbers: null });
      if (next === null) throw conflict('delivery.settled');
      await deliveries.change(next);
      if (delivery.orderId !== null)
        await tx
          .use(OrdersRepository)
          .settle(delivery.orderId, volumesOf(await deliveries.linesOf(id)), false);
      return deliveries.view(id);
    });
  }
}
