import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CardId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { Clock, newId, type Tx } from '@shulian/service-kit';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { refuse } from '../refuse.adapter.js';
import { CardKeys } from './card-key.adapter.js';
import type { Reader } from '../enrolment/rules/reader.js';
import { cardBlocked, cardIssued } from './card.events.js';
import { blockedCard, type Card } from './rules/card.js';
import { generatedNumber } from './rules/card-number.js';
import { CardsRepository } from './cards.repository.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** Who gets a card: the number wished (as `cardNumber` gives it) or null for the next one of the school. */
export type CardWish = {
  readonly readerId: ReaderId;
  readonly number: string | null;
  readonly replaces: CardId | null;
  /** The last day of a temporary card. */
  readonly validUntil?: CalendarDay | null;
};

/** Cards for readers of one school, inside the transaction of another use case. */
@Injectable()
export class IssueCards {
  constructor(
    private readonly keys: CardKeys,
    private readonly clock: Clock,
  ) {}

  /** The cards, numbered but not yet written. @throws Refused `card.number-taken` */
  async prepare(tx: Tx, schoolId: SchoolId, wishes: readonly CardWish[]): Promise<Card[]> {
    const wished = wishes.flatMap(({ number }) => number ?? []);
    if ((await tx.use(CardsRepository).taken(schoolId, wished)).size > 0) throw refuse('card.number-taken');
    const generated = await this.numbers(tx, schoolId, wishes.length - wished.length);
    return wishes.map(({ readerId, number, replaces, validUntil = null }) => {
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
        validUntil,
      };
    });
  }

  /** Writes first cards and tells of them. @param version of the event of each card, in the same order */
  async issue(tx: Tx, cards: readonly Card[], version: (card: Card) => number): Promise<void> {
    if (!(await tx.use(CardsRepository).add(cards))) throw refuse('card.number-taken');
    await tx.outbox.append(...cards.map((card) => cardIssued(card, version(card))));
  }

  /**
   * Cards with these numbers for readers who are locked: the cards they had go back, with their numbers. Who borrows with
   * this number already keeps the card; whom the school gives no cards is passed over, for a list may number everybody.
   */
  async renumber(
    tx: Tx,
    schoolId: SchoolId,
    input: readonly { readonly reader: Reader; readonly number: string }[],
  ): Promise<void> {
    if (input.length === 0) return;
    const entitled = await entitledAmong(
      tx,
      schoolId,
      input.map(({ reader }) => reader),
      this.clock.today(),
    );
    const active = await tx.use(CardsRepository).activeOf([...entitled]);
    const cardOf = new Map(active.map((card) => [card.readerId, card]));
    const wishes = input.filter(
      ({ reader, number }) => entitled.has(reader.id) && cardOf.get(reader.id)?.number !== number,
    );
    if (wishes.length === 0) return;
    const had = new Map(
      wishes.flatMap(({ reader }) => {
        const card = cardOf.get(reader.id);
        return card === undefined ? [] : [[reader.id, card] as const];
      }),
    );
    const cards = await this.prepare(
      tx,
      schoolId,
      wishes.map(({ reader, number }) => ({
        readerId: reader.id,
        number,
        replaces: had.get(reader.id)?.id ?? null,
      })),
    );
    const returned = new Map(
      [...had].map(([id, card]) => [id, blockedCard(card, 'returned', this.clock.today())]),
    );
    await tx.use(CardsRepository).block([...returned.values()]);
    const announcements: Announcement[] = [];
    const readers = wishes.map(({ reader }, at): Reader => {
      let { announced } = reader;
      const [old, card] = [returned.get(reader.id), cards[at]];
      if (old !== undefined) announcements.push(cardBlocked(old, (announced += 1)));
      if (card !== undefined) announcements.push(cardIssued(card, (announced += 1)));
      return { ...reader, announced };
    });
    if (!(await tx.use(CardsRepository).add(cards))) throw refuse('card.number-taken');
    await tx.use(ReadersRepository).change(readers);
    await tx.outbox.append(...announcements);
  }

  /** The next numbers of the school, which nobody else is given; the school is locked. */
  async numbers(tx: Tx, schoolId: SchoolId, count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) {
      const missing = count - numbers.length;
      const first = await tx.use(SchoolsRepository).reserveCardNumbers(schoolId, missing);
      const next = Array.from({ length: missing }, (_, at) => generatedNumber(first + at));
      // Someone may have given such a number by hand.
      const taken = await tx.use(CardsRepository).taken(schoolId, next);
      numbers.push(...next.filter((number) => !taken.has(number)));
    }
    return numbers;
  }
}
