import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CardId } from '@shulian/contracts/ids';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { refuse } from '../refuse.adapter.js';
import { CardsRepository } from './cards.repository.js';
import { toCardView } from './cards.http.js';
import { changeCards } from './change-cards.step.js';
import { restoredCard } from './rules/card.js';

/** Takes back a return that was entered by mistake: the card borrows again (RDR-009). */
@Injectable()
export class RestoreCard {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; Refused `card.not-returned`, `card.expired`, `card.has-one`, `reader.has-left` */
  execute(request: DeskRequest | null, caller: Caller, id: CardId): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const cards = tx.use(CardsRepository);
      const seen = await cards.byId(id);
      if (seen === null || !caller.mayWorkAt(seen.schoolId)) throw unknownThing();
      const reader = await tx.use(ReadersRepository).lockedOne(seen.readerId);
      const card = await cards.locked(id);
      if (reader === null || card === null) throw unknownThing();
      if (card.state.is !== 'returned') throw refuse('card.not-returned', { status: card.state.is });
      if (card.validUntil !== null && card.validUntil < this.clock.today()) throw refuse('card.expired');
      if (reader.presence.is === 'left') throw refuse('reader.has-left');
      if ((await cards.activeOf([reader.id])).length > 0) throw refuse('card.has-one');
      const restored = restoredCard(card);
      await changeCards(tx, [reader], [restored]);
      return toCardView(restored);
    });
  }
}
