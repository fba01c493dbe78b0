import { Injectable } from '@nestjs/common';
import type { CardId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { refuse } from '../refuse.adapter.js';
import { cardBlocked, cardReplaced } from './card.events.js';
import { toCardView, type CardLossAsked, type CardLossView } from './cards.http.js';
import { IssueCards } from './issue-cards.use-case.js';
import { blockedCard } from './rules/card.js';
import { isIdentityNumber } from '@shulian/contracts/external-id';
import { cardNumber } from './rules/card-number.js';
import { CardsRepository } from './cards.repository.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** A card is lost: its number is blocked for good, and the reader may get a new one (RDR-008). */
@Injectable()
export class DeclareCardLost {
  constructor(
    private readonly once: OncePerKey,
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, id: CardId, input: CardLossAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx): Promise<CardLossView> => {
      const number = input.cardNumber === undefined ? null : cardNumber(input.cardNumber);
      if (input.cardNumber !== undefined && (number === null || isIdentityNumber(number)))
        throw invalid({ pointer: '/cardNumber', code: number === null ? 'malformed' : 'identity-number' });

      const replacing = input.replace === true || number !== null;
      const seen = await tx.use(CardsRepository).byId(id);
      if (seen === null || !caller.mayWorkAt(seen.schoolId)) throw unknownThing();
      // School before reader, as a roster import locks them: a new number comes from the school's counter.
      if (replacing) await tx.use(SchoolsRepository).locked(seen.schoolId);
      const reader = await tx.use(ReadersRepository).lockedOne(seen.readerId);
      const card = await tx.use(CardsRepository).locked(id);
      if (reader === null || card === null) throw unknownThing();
      if (card.state.is !== 'active') throw refuse('card.not-active', { status: card.state.is });
      if (replacing && reader.presence.is === 'left') throw refuse('reader.has-left');
      if (
        replacing &&
        !(await entitledAmong(tx, reader.schoolId, [reader], this.clock.today())).has(reader.id)
      )
        throw refuse('card.not-entitled');

      const lost = blockedCard(card, 'lost', this.clock.today());
      const announced = reader.announced + (replacing ? 2 : 1);
      await tx.use(CardsRepository).block([lost]);
      await tx.use(ReadersRepository).change([{ ...reader, announced }]);
      await tx.outbox.append(cardBlocked(lost, reader.announced + 1));
      if (!replacing) return { card: toCardView(lost), replacement: null };

      const wish = { readerId: reader.id, number, replaces: lost.id, validUntil: lost.validUntil };
      const cards = await this.issueCards.prepare(tx, reader.schoolId, [wish]);
      if (!(await tx.use(CardsRepository).add(cards))) throw refuse('card.number-taken');
      await tx.outbox.append(...cards.map((issued) => cardReplaced(issued, lost, announced)));
      const [replacement] = cards;
      return {
        card: toCardView(lost),
        replacement: replacement === undefined ? null : toCardView(replacement),
      };
    });
  }
}
