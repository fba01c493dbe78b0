import { Injectable } from '@nestjs/common';
import { conflict, refuseIfStale, Transaction, type Caller } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { openOrder } from './open-order.step.js';
import type { TextbookOrderChangeAsked, TextbookOrderView } from './textbook-orders.http.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** Another name, or more time for wishes. */
@Injectable()
export class ChangeOrder {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404 out of reach, 409 once it is confirmed, 412 when somebody has changed it meanwhile */
  execute(
    caller: Caller,
    id: string,
    input: TextbookOrderChangeAsked,
    version: number,
  ): Promise<TextbookOrderView> {
    return this.transaction.run(async (tx) => {
      const order = await openOrder(tx, caller, id);
      refuseIfStale(version, order.version);
      if (order.status !== 'open') throw conflict('textbook-order.not-now');
      const orders = tx.use(TextbookOrdersRepository);
      await orders.change({
        ...order,
        name: input.name ?? order.name,
        wishesUntil: (input.wishesUntil ?? order.wishesUntil) as CalendarDay,
        version: version + 1,
      });
      return orders.view(id);
    });
  }
}
