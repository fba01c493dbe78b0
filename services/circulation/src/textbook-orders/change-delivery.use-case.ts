import { Injectable } from '@nestjs/common';
import { refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { openDelivery } from './open-delivery.step.js';
import type { TextbookDeliveryChangeAsked, TextbookDeliveryView } from './textbook-deliveries.http.js';
import { TextbookDeliveriesRepository } from './textbook-deliveries.repository.js';

/** Another day was agreed, or somebody else brings it. */
@Injectable()
export class ChangeDelivery {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, 409 once it has arrived, 412 when somebody has changed it meanwhile */
  execute(
    caller: Caller,
    id: string,
    input: TextbookDeliveryChangeAsked,
    version: number,
  ): Promise<TextbookDeliveryView> {
    return this.transaction.run(async (tx) => {
      const delivery = await openDelivery(tx, caller, id, 'expected');
      refuseIfStale(version, delivery.version);
      const deliveries = tx.use(TextbookDeliveriesRepository);
      await deliveries.change({
        ...delivery,
        supplier: input.supplier ?? delivery.supplier,
        how: input.how ?? delivery.how,
        expectedOn: (input.expectedOn ?? delivery.expectedOn) as CalendarDay,
        contact: input.contact === undefined ? delivery.contact : input.contact,
        note: input.note === undefined ? delivery.note : input.note,
        version: version + 1,
      });
      return deliveries.view(id);
    });
  }
}
