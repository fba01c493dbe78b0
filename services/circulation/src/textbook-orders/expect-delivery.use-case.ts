import { Injectable } from '@nestjs/common';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import type { TextbookDeliveryAsked } from './textbook-deliveries.http.js';
import { TextbookDeliveriesRepository, type ExpectedLine } from './textbook-deliveries.repository.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** Agrees with a supplier on what comes when, or is collected (CIR-084); of a round all that is outstanding, or a part. */
@Injectable()
export class ExpectDelivery {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 400 without lines or a round, 409 where nothing is outstanding of it, 422 for what the school has not */
  async execute(
    input: TextbookDeliveryAsked,
    schoolId: SchoolId,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { termId, supplier, how } = input;
    const asked = new Map<string, number>();
    for (const { textbookId, expected } of input.lines ?? [])
      asked.set(textbookId, (asked.get(textbookId) ?? 0) + expected);
    if (asked.size === 0 && input.orderId === undefined)
      throw invalid({ pointer: '/lines', code: 'is-defined' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const textbooks = tx.use(TextbooksRepository);
      if ((await textbooks.termBegins(schoolId, termId)) === null) throw unknownReference('/termId');
      const orders = tx.use(TextbookOrdersRepository);
      if (input.orderId !== undefined) {
        const order = await orders.locked(input.orderId);
        if (order?.schoolId !== schoolId || order.termId !== termId) throw unknownReference('/orderId');
        if (order.status !== 'confirmed' && order.status !== 'reported')
          throw conflict('textbook-order.not-now');
      }
      const known = await textbooks.many(schoolId, [...asked.keys()]);
      const unknown = (input.lines ?? []).findIndex(({ textbookId }) => !known.has(textbookId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/textbookId`);
      const lines: readonly ExpectedLine[] =
        asked.size > 0
          ? [...asked].map(([textbookId, expected]) => ({ textbookId, expected }))
          : await orders.outstanding(input.orderId ?? '');
      if (lines.length === 0) throw conflict('textbook-delivery.nothing');
      const deliveries = tx.use(TextbookDeliveriesRepository);
      const id = newId();
      await deliveries.add(
        {
          id,
          schoolId,
          termId,
          orderId: input.orderId ?? null,
          supplier,
          how,
          expectedOn: input.expectedOn as CalendarDay,
          contact: input.contact ?? null,
          note: input.note ?? null,
        },
        lines,
      );
      return deliveries.view(id);
    });
  }
}
