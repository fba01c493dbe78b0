import { Injectable } from '@nestjs/common';
import type { CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Clock, newId } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { CardKeys } from './card-key.adapter.js';
import { cardIssued } from './card.events.js';
import type { Card } from './rules/card.js';
import { generatedNumber } from './rules/card-number.js';

/** Who gets a card: the number wished (as `cardNumber` gives it) or null for the next one of the school. */
export type CardWish = {
  readonly readerId: ReaderId;
  readonly number: string | null;
  readonly replaces: CardId | null;
};

/** Cards for readers of one school, inside the transaction of another use case. */
@Injectable()
export class IssueCards {
  constructor(
    private readonly keys: CardKeys,
    private readonly clock: Clock,
  ) {}

  /** The cards, numbered but not yet written. @throws Refused `card.number-taken` */
  async prepare(store: ReadersStore, schoolId: SchoolId, wishes: readonly CardWish[]): Promise<Card[]> {
    const wished = wishes.flatMap(({ number }) => number ?? []);
    if ((await store.cards.taken(schoolId, wished)).size > 0) throw refuse('card.number-taken');
    const generated = await this.generate(store, schoolId, wishes.length - wished.length);
    return wishes.map(({ readerId, number, replaces }) => {
      const given = number ?? generated.shift() ?? '';
      return {
        id: newId(),
        readerId,
        schoolId,
        number: given,
        key: this.keys.of(schoolId, given),
        state: { is: 'active' },
        replaces,
        issuedOn: this.clock.today(),
      };
    });
  }

  /** Writes first cards and tells of them. @param version of the event of each card, in the same order */
  async issue(store: ReadersStore, cards: readonly Card[], version: (card: Card) => number): Promise<void> {
    if (!(await store.cards.add(cards))) throw refuse('card.number-taken');
    await store.outbox.append(...cards.map((card) => cardIssued(card, version(card))));
  }

  private async generate(store: ReadersStore, schoolId: SchoolId, count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const missing = count - numbers.length;
      const first = await store.schools.reserveCardNumbers(schoolId, missing);
      const next = Array.from({ length: missing }, (_, at) => generatedNumber(first + at));
      // Someone may have given such a number by hand.
      const taken = await store.cards.taken(schoolId, next);
      numbers.push(...next.filter((number) => !taken.has(number)));
    }
    return numbers;
  }
}
