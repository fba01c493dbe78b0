import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { openOrder } from './open-order.step.js';
import { afterStep, type OrderStep, type TextbookOrder } from './rules/textbook-order.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** Moves a round along its way: open again, reported to the county office, sent back by it, cancelled. */
@Injectable()
export class MoveOrder {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @param note why it is sent back @throws Problem 404 out of reach, 409 where the step cannot be taken, or suppliers deliver already */
  execute(
    caller: Caller,
    id: string,
    step: Exclude<OrderStep, 'confirm'>,
    note: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const order = await openOrder(tx, caller, id);
      const status = afterStep(step, order.status);
      if (status === null) throw conflict('textbook-order.not-now');
      const orders = tx.use(TextbookOrdersRepository);
      if ((step === 'reopen' || step === 'cancel') && (await orders.hasDeliveries(id)))
        throw conflict('textbook-order.has-deliveries');
      if (step === 'reopen') await orders.decide(id, []);
      await orders.change({ ...order, ...this.changedBy(step, note), status, version: order.version + 1 });
      return orders.view(id);
    });
  }

  private changedBy(step: OrderStep, note: string | null): Partial<TextbookOrder> {
    switch (step) {
      case 'report':
        return { reportedOn: this.clock.today(), officeNote: null };
      case 'send-back':
        return { reportedOn: null, officeNote: note };
      case 'reopen':
        return { confirmedOn: null };
      case 'confirm':
      case 'cancel':
        return {};
    }
  }
}
