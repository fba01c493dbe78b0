import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { takeDocumentBack } from '../textbooks/take-document-back.step.js';
import { openDelivery } from './open-delivery.step.js';
import type { TextbookArrivalUndoAsked } from './textbook-deliveries.http.js';
import { TextbookDeliveriesRepository } from './textbook-deliveries.repository.js';

/** It was counted wrong, or was not this delivery: it is expected again. */
@Injectable()
export class UndoArrival {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where it has not arrived, or what came is handed out already */
  execute(
    caller: Caller,
    id: string,
    input: TextbookArrivalUndoAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const delivery = await openDelivery(tx, caller, id, 'arrived');
      const its = { onDay: this.clock.today(), by: caller.id, note: input.note ?? null };
      await takeDocumentBack(tx, delivery.schoolId, id, its);
      const deliveries = tx.use(TextbookDeliveriesRepository);
      await deliveries.forgetArrival(id);
      const version = delivery.version + 1;
      await deliveries.change({ ...delivery, status: 'expected', arrivedOn: null, version });
      return deliveries.view(id);
    });
  }
}
