import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CardId } from '@shulian/contracts/ids';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { refuse } from '../refuse.adapter.js';
import { CardsRepository } from './cards.repository.js';
import { toCardView, type CardReturnAsked } from './cards.http.js';
import { changeCards } from './change-cards.step.js';
import { blockedCard } from './rules/card.js';

/** Cards are handed in and cancelled, one or those of a whole class: in May by who finishes school (RDR-009). */
@Injectable()
export class ReturnCards {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** All of them or none. @throws Problem 422 for a card out of reach; Refused `card.not-active` */
  execute(request: DeskRequest | null, caller: Caller, input: CardReturnAsked): Promise<Answer> {
    const ids = input.cardIds as CardId[];
    return this.oncePerKey.run(request, 200, async (tx) => {
      const seen = await tx.use(CardsRepository).byIds(ids);
      if (seen.length < ids.length || !seen.every(({ schoolId }) => caller.mayWorkAt(schoolId)))
        throw unknownReference('/cardIds');
      const readers = await tx.use(ReadersRepository).locked(seen.map(({ readerId }) => readerId));
      const cards = await tx.use(CardsRepository).lockedAll(ids);
      const dead = cards.filter(({ state }) => state.is !== 'active');
      if (dead.length > 0) throw refuse('card.not-active', { cards: dead.length });
      const returned = cards.map((card) => blockedCard(card, 'returned', this.clock.today()));
      await changeCards(tx, readers, returned);
      return { items: returned.map(toCardView) };
    });
  }
}
