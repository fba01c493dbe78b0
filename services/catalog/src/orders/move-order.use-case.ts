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
} from '@shulian/service-kit';
import type { PurchaseOrderId } from '@shulian/contracts/ids';
import { PlansRepository } from '../plans/plans.repository.js';
import { budgetRefusals } from '../plans/rules/budget.js';
import { OrdersRepository } from './orders.repository.js';
import { committeeRefusals } from './rules/committee.js';
import { moved, moveRefusals, type OrderAction } from './rules/order.js';

/** An order goes from hand to hand: submitted, approved or refused, taken back, cancelled; the trail keeps all of it. */
@Injectable()
export class MoveOrder {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an order of another school, 409 `order.state-refused`, `order.of-the-county`; Refused 409 `order.refused` */
  execute(
    caller: Caller,
    id: PurchaseOrderId,
    action: OrderAction,
    remark: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const orders = tx.use(OrdersRepository);
      const order = await orders.locked(id);
      if (order === null || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
      if (order.centralPurchaseId !== null) throw conflict('order.of-the-county');
      const next = moved(order, action);
      if (next === null) throw conflict('order.state-refused');
      const facts = await orders.factsOf(order);
      const today = this.clock.today();
      const budget =
        action === 'approve'
          ? await tx.use(PlansRepository).budgetOf(order.schoolId, Number(today.slice(0, 4)))
          : null;
      const committee = action === 'approve' ? await orders.committeeFacts(order) : null;
      const refusals = [
        ...moveRefusals(facts, action, caller.id),
        ...committeeRefusals(committee),
        ...budgetRefusals(budget, facts.fen, remark),
      ];
      if (refusals.length > 0) throw new Refused('order.refused', refusals);
      await orders.change(next);
      await orders.addStep({
        orderId: id,
        version: next.version,
        action,
        onDay: today,
        byWhom: caller.id,
        remark,
      });
      return orders.view(id);
    });
  }
}
