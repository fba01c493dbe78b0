import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import { openOrder } from './open-order.step.js';
import { afterStep, decided } from './rules/textbook-order.js';
import { surveyOf } from './survey.facts.js';
import type { TextbookConfirmationAsked } from './textbook-orders.http.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** Decides what is ordered: what is proposed, or another number; it is kept beside what was needed, wished and on hand. */
@Injectable()
export class ConfirmOrder {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where it is not open or nothing is ordered, 412 after somebody else, 422 */
  execute(
    caller: Caller,
    id: string,
    input: TextbookConfirmationAsked,
    version: number,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const order = await openOrder(tx, caller, id);
      refuseIfStale(version, order.version);
      const status = afterStep('confirm', order.status);
      if (status === null) throw conflict('textbook-order.not-now');
      const otherwise = new Map(
        (input.lines ?? []).map(({ textbookId, quantity }) => [textbookId, quantity]),
      );
      const known = await tx.use(TextbooksRepository).many(order.schoolId, [...otherwise.keys()]);
      const unknown = (input.lines ?? []).findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      const lines = decided(await surveyOf(tx.session, order), otherwise);
      if (lines.length === 0) throw conflict('textbook-order.nothing');
      const orders = tx.use(TextbookOrdersRepository);
      await orders.decide(id, lines);
      await orders.change({ ...order, status, confirmedOn: this.clock.today(), version: version + 1 });
      return orders.view(id);
    });
  }
}
