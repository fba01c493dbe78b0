import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { Clock, type Tx } from '@shulian/service-kit';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { lastDayOf } from '../classes/rules/school-class.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { Reader } from '../enrolment/rules/reader.js';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { CardsRepository } from './cards.repository.js';
import { IssueCards } from './issue-cards.use-case.js';
import type { Card } from './rules/card.js';

export type FirstCard = { readonly readerId: ReaderId; readonly number: string | null };
type NoCard = 'reader.has-left' | 'card.has-one' | 'card.not-entitled';
export type Issued = { readonly cards: readonly Card[]; readonly passedOver: readonly ReaderId[] };

/** Cards for readers of one school who have none, inside the transaction of a use case. */
@Injectable()
export class IssueToReaders {
  constructor(
    private readonly issueCards: IssueCards,
    private readonly clock: Clock,
  ) {}

  /**
   * Those who have a card meanwhile, have left or are not entitled to one are passed over; alone, they are the refusal.
   * @throws Refused `reader.has-left`, `card.has-one`, `card.not-entitled`, `card.number-taken`
   */
  async issue(
    tx: Tx,
    schoolId: SchoolId,
    wishes: readonly FirstCard[],
    validUntil: CalendarDay | null = null,
  ): Promise<Issued> {
    // School before readers, as everybody locks them: numbers come from the school's counter.
    await tx.use(SchoolsRepository).locked(schoolId);
    const readers = await tx.use(ReadersRepository).locked(wishes.map(({ readerId }) => readerId));
    const refusal = await this.refusals(tx, schoolId, readers);
    const [first] = wishes;
    const alone = wishes.length === 1 && first !== undefined ? refusal.get(first.readerId) : undefined;
    if (alone !== undefined) throw refuse(alone);
    const fit = readers.filter(({ id }) => !refusal.has(id));
    const fitIds = new Set(fit.map(({ id }) => id));
    const cards = await this.issueCards.prepare(
      tx,
      schoolId,
      wishes
        .filter(({ readerId }) => fitIds.has(readerId))
        .map(({ readerId, number }) => ({ readerId, number, replaces: null, validUntil })),
    );
    const announced = new Map(fit.map((reader) => [reader.id, reader.announced + 1]));
    await tx.use(ReadersRepository).change(fit.map((it) => ({ ...it, announced: it.announced + 1 })));
    await this.issueCards.issue(tx, cards, (card) => announced.get(card.readerId) ?? 1);
    return { cards, passedOver: [...refusal.keys()] };
  }

  /** Why readers who are locked may have no card now; who may is not in it. */
  private async refusals(
    tx: Tx,
    schoolId: SchoolId,
    readers: readonly Reader[],
  ): Promise<ReadonlyMap<ReaderId, NoCard>> {
    const today = this.clock.today();
    const holders = new Set(
      (await tx.use(CardsRepository).activeOf(readers.map(({ id }) => id))).map(({ readerId }) => readerId),
    );
    const entitled = await entitledAmong(tx, schoolId, readers, today);
    const classIds = new Set(readers.flatMap(({ classId }) => classId ?? []));
    const ended = new Set<SchoolClassId>(
      (await tx.use(ClassesRepository).byIds([...classIds]))
        .filter((place) => lastDayOf(place) < today)
        .map(({ id }) => id),
    );
    const hasLeft = ({ presence, kind, classId }: Reader): boolean =>
      presence.is === 'left' || (kind === 'student' && classId !== null && ended.has(classId));
    const why = (reader: Reader): NoCard | null => {
      if (hasLeft(reader)) return 'reader.has-left';
      if (holders.has(reader.id)) return 'card.has-one';
      return entitled.has(reader.id) ? null : 'card.not-entitled';
    };
    return new Map(
      readers.flatMap((reader): [ReaderId, NoCard][] => {
        const no = why(reader);
        return no === null ? [] : [[reader.id, no]];
      }),
    );
  }
}
