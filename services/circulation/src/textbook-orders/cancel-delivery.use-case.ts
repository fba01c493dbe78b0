import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { openDelivery } from './open-delivery.step.js';
import { TextbookDeliveriesRepository } from './textbook-deliveries.repository.js';

/** It does not come: what was expected is outstanding again. */
@Injectable()
export class CancelDelivery {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 out of reach, 409 once it has arrived or is cancelled */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const delivery = await openDelivery(tx, caller, id, 'expected');
      const deliveries = tx.use(TextbookDeliveriesRepository);
      await deliveries.change({ ...delivery, status: 'cancelled', version: delivery.version + 1 });
      return deliveries.view(id);
    });
  }
}
