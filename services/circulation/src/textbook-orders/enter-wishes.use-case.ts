import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import { openOrder } from './open-order.step.js';
import type { TextbookWishesAsked } from './textbook-orders.http.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** A grade department, a lesson group or an office enters what it wishes beside what the class lists need; the last word counts. */
@Injectable()
export class EnterWishes {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 after the last day or once it is confirmed, 422 for a textbook that the school has not */
  execute(
    caller: Caller,
    id: string,
    input: TextbookWishesAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const order = await openOrder(tx, caller, id);
      const on = this.clock.today();
      if (order.status !== 'open') throw conflict('textbook-order.not-now');
      if (on > order.wishesUntil) throw conflict('textbook-order.wishes-closed');
      const last = new Map(input.lines.map((line) => [line.textbookId, line]));
      const known = await tx.use(TextbooksRepository).many(order.schoolId, [...last.keys()]);
      const unknown = input.lines.findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      const group = { kind: input.groupKind, name: input.groupName };
      return tx.use(TextbookOrdersRepository).wish(id, group, [...last.values()], { by: caller.id, on });
    });
  }
}
