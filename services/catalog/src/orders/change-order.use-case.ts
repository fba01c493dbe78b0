import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { PurchaseOrderId, VendorId } from '@shulian/contracts/ids';
import { refuseVendorUnlessOpen } from './draft-order.use-case.js';
import type { OrderChangeAsked } from './orders.http.js';
import { OrdersRepository } from './orders.repository.js';

/** What a draft is called, of whom it buys, and what the survey before it found. */
@Injectable()
export class ChangeOrder {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 404 for an order of another school, 412, 422 for a vendor of another school, 409 */
  execute(
    caller: Caller,
    id: PurchaseOrderId,
    version: number,
    input: OrderChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const orders = tx.use(OrdersRepository);
      const order = await orders.locked(id);
      if (order === null || !caller.mayWorkAt(order.schoolId)) throw unknownThing();
      refuseIfStale(version, order.version);
      if (order.status !== 'draft') throw conflict('order.state-refused');
      const vendorId = input.vendorId === undefined ? order.vendorId : (input.vendorId as VendorId | null);
      if (vendorId !== null && vendorId !== order.vendorId)
        await refuseVendorUnlessOpen(tx, vendorId, order.schoolId);
      await orders.change({
        ...order,
        version: order.version + 1,
        name: input.name ?? order.name,
        vendorId,
        survey: input.survey === undefined ? order.survey : input.survey,
      });
      return orders.view(id);
    });
  }
}
