import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { isIdentityNumber } from '@shulian/contracts/external-id';
import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { toCardView, type CardAsked } from './cards.http.js';
import { IssueToReaders } from './issue-to-readers.step.js';
import { cardNumber } from './rules/card-number.js';

/** A reader who has none gets a card; a temporary one holds to its last day (RDR-003, RDR-004, RDR-011). */
@Injectable()
export class IssueCard {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly issueToReaders: IssueToReaders,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422; Refused `card.not-entitled`, `card.has-one`, `reader.has-left`, `card.number-taken` */
  execute(request: DeskRequest | null, caller: Caller, input: CardAsked): Promise<Answer> {
    const readerId = input.readerId as ReaderId;
    const number = input.cardNumber === undefined ? null : cardNumber(input.cardNumber);
    if (input.cardNumber !== undefined && (number === null || isIdentityNumber(number)))
      throw invalid({ pointer: '/cardNumber', code: number === null ? 'malformed' : 'identity-number' });
    const validUntil = (input.validUntil ?? null) as CalendarDay | null;
    if (validUntil !== null && validUntil < this.clock.today())
      throw invalid({ pointer: '/validUntil', code: 'in-the-past' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const [schoolId] = await tx.use(ReadersRepository).schoolsOf([readerId]);
      if (schoolId === undefined || !caller.mayWorkAt(schoolId)) throw unknownReference('/readerId');
      const issued = await this.issueToReaders.issue(tx, schoolId, [{ readerId, number }], validUntil);
      return issued.cards.map(toCardView)[0];
    });
  }
}
