import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { CardsRepository } from '../cards/cards.repository.js';
import { changeCards } from '../cards/change-cards.step.js';
import { blockedCard } from '../cards/rules/card.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { lockedBatch } from './batch-in-reach.step.js';
import { toBatchView } from './card-production.http.js';
import { CardProductionRepository, type Batch } from './card-production.repository.js';
import { positionAfterUndo, positionOf } from './rules/production.js';

/** Takes the last step of a batch back. Without the entry its cards go back, and their numbers are not given again. */
@Injectable()
export class UndoStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `card-batch.cancelled`, `card-batch.only-notice` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const batch = await lockedBatch(tx, caller, id);
      const position = positionAfterUndo(batch.position);
      if (position === null) throw conflict('card-batch.only-notice');
      const batches = tx.use(CardProductionRepository);
      if (batch.position === positionOf('entered')) await this.takeBackCards(tx, batch);
      if (position < positionOf('barcode') && batch.position >= positionOf('barcode'))
        await this.dropNumbers(tx, batch);
      if (batch.position === positionOf('roster')) await batches.empty(id);
      await batches.undoStepsAfter(id, position);
      return toBatchView(await batches.view(id), this.clock.today());
    });
  }

  /** What was lost or handed in since then stays so. */
  private async takeBackCards(tx: Tx, { id }: Batch): Promise<void> {
    const made = (await tx.use(CardProductionRepository).readers(id)).filter(({ cardId }) => cardId !== null);
    const readers = await tx.use(ReadersRepository).locked(made.map(({ readerId }) => readerId));
    const cards = await tx.use(CardsRepository).lockedAll(made.flatMap(({ cardId }) => cardId ?? []));
    const active = cards.filter(({ state }) => state.is === 'active');
    await changeCards(
      tx,
      readers,
      active.map((card) => blockedCard(card, 'returned', this.clock.today())),
    );
  }

  private async dropNumbers(tx: Tx, { id }: Batch): Promise<void> {
    const batches = tx.use(CardProductionRepository);
    const readers = await batches.readers(id);
    await batches.write(
      id,
      readers.map(({ readerId }) => ({ readerId, number: null, cardId: null })),
    );
  }
}
