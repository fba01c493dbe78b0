import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  Problem,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { CardApplicationsRepository } from '../card-windows/card-applications.repository.js';
import { CardWindowsRepository } from '../card-windows/card-windows.repository.js';
import { IssueCards } from '../cards/issue-cards.use-case.js';
import { IssueToReaders } from '../cards/issue-to-readers.step.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { lockedBatch } from './batch-in-reach.step.js';
import { toBatchView, type StepAsked } from './card-production.http.js';
import { CardProductionRepository, type Batch } from './card-production.repository.js';
import { positionOf, stepAt } from './rules/production.js';

/** The next step of a batch is done. The roster says for whom, the barcodes give numbers, the entry makes cards active. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly issueCards: IssueCards,
    private readonly issueToReaders: IssueToReaders,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 out of reach, 409 `card-batch.other-step`, `card-batch.cancelled`, `card-batch.nobody`,
   * `card-batch.list-not-confirmed`; Refused as for a card
   */
  execute(caller: Caller, id: string, input: StepAsked, request: DeskRequest | null): Promise<Answer> {
    const { step, without } = input;
    if (without !== undefined && step !== 'roster')
      throw invalid({ pointer: '/without', code: 'of-the-roster' });
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const batch = await lockedBatch(tx, caller, id);
      const nextStep = stepAt(batch.position + 1);
      if (step !== nextStep) throw new Problem(409, 'card-batch.other-step', { facts: { nextStep } });
      const batches = tx.use(CardProductionRepository);
      if (step === 'roster') await this.fill(tx, batch, new Set(without));
      if (step === 'barcode') await this.number(tx, batch);
      if (step === 'entered') await this.enter(tx, batch);
      await batches.addStep(id, positionOf(step), today, caller.id);
      return toBatchView(await batches.view(id), today);
    });
  }

  private async fill(tx: Tx, batch: Batch, without: ReadonlySet<string>): Promise<void> {
    const batches = tx.use(CardProductionRepository);
    const pupils = await batches.withoutCard(batch.classId);
    const entitled = await entitledAmong(tx, batch.schoolId, pupils, this.clock.today());
    const applied = await this.appliedIn(tx, batch);
    const readers = pupils
      .map(({ id }) => id)
      .filter((id) => entitled.has(id) && !without.has(id) && applied?.has(id) !== false);
    if (readers.length === 0) throw conflict('card-batch.nobody');
    await batches.fill(batch.id, readers);
  }

  /** Who of the class applied; null where nobody had to. */
  private async appliedIn(tx: Tx, { windowId, classId }: Batch): Promise<ReadonlySet<ReaderId> | null> {
    if (windowId === null) return null;
    const windows = tx.use(CardWindowsRepository);
    if ((await windows.byId(windowId))?.kind !== 'application') return null;
    const { confirmedOn } = await windows.lockedClass(windowId, classId);
    if (confirmedOn === null) throw conflict('card-batch.list-not-confirmed');
    return new Set(await tx.use(CardApplicationsRepository).applied(windowId, classId));
  }

  private async number(tx: Tx, { id, schoolId }: Batch): Promise<void> {
    const batches = tx.use(CardProductionRepository);
    await tx.use(SchoolsRepository).locked(schoolId);
    const readers = await batches.readers(id);
    const numbers = await this.issueCards.numbers(tx, schoolId, readers.length);
    await batches.write(
      id,
      readers.map((reader, at) => ({ ...reader, number: numbers[at] ?? null })),
    );
  }

  private async enter(tx: Tx, { id, schoolId }: Batch): Promise<void> {
    const batches = tx.use(CardProductionRepository);
    const readers = await batches.readers(id);
    const { cards } = await this.issueToReaders.issue(tx, schoolId, readers);
    const cardOf = new Map(cards.map((card) => [card.readerId, card.id]));
    await batches.write(
      id,
      readers.map((reader) => ({ ...reader, cardId: cardOf.get(reader.readerId) ?? null })),
    );
  }
}
