import { Injectable } from '@nestjs/common';
import { Clock, conflict, Problem, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { Readers } from '../enrolment/readers.query.js';
import type { CardScanAsked, CardScanView } from './card-scans.http.js';
import { maskedName } from './rules/masked-name.js';
import { UnknownCardsRepository } from './unknown-cards.repository.js';

/** A device in the room shows whose card was scanned, so far that the child knows it is its own; the sight is logged. */
@Injectable()
export class ScanCard {
  constructor(
    private readonly transaction: Transaction,
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 404 for an unknown card, 409 `card.not-active`, 429 `card-scans.paused` after ten unknown ones */
  async execute(caller: Caller, { schoolId, cardNumber }: CardScanAsked): Promise<CardScanView> {
    const of = caller.schoolFor(schoolId);
    const paused = await this.transaction.run((tx) => tx.use(UnknownCardsRepository).pausedFor(caller.id));
    if (paused > 0) throw new Problem(429, 'card-scans.paused', { retryAfterSeconds: paused });
    const found = await this.readers.search(caller, { schoolId: of, cardNumber, status: 'active', limit: 1 });
    const [reader] = found.items;
    if (reader === undefined) {
      await this.transaction.run((tx) => tx.use(UnknownCardsRepository).count(caller.id));
      throw unknownThing();
    }
    // The search finds blocked numbers, too: who found a lost card learns nothing of its owner.
    if (reader.cardStatus !== 'active') throw conflict('card.not-active');
    await this.transaction.run((tx) => logSight(tx, this.clock.now(), caller, 'card-scans.create', reader));
    const { id: readerId, className } = reader;
    return { readerId, schoolId: of, maskedName: maskedName(reader.name), className };
  }
}
