import { Injectable } from '@nestjs/common';
import { newId, OncePerKey, unknownReference, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { TextbooksRepository } from '../textbooks/textbooks.repository.js';
import type { TextbookOrderAsked } from './textbook-orders.http.js';
import { TextbookOrdersRepository } from './textbook-orders.repository.js';

/** Begins a round: grade departments and lesson groups enter what they wish until a day (CIR-078). */
@Injectable()
export class BeginOrder {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 422 for a term that the school has not */
  execute(input: TextbookOrderAsked, schoolId: SchoolId, request: DeskRequest | null): Promise<Answer> {
    const { termId, name } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      if ((await tx.use(TextbooksRepository).termBegins(schoolId, termId)) === null)
        throw unknownReference('/termId');
      const orders = tx.use(TextbookOrdersRepository);
      const id = newId();
      await orders.add({ id, schoolId, termId, name, wishesUntil: input.wishesUntil as CalendarDay });
      return orders.view(id);
    });
  }
}
