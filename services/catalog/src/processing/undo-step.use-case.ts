import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, Refused, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { asReason } from '../accession/reason.http.js';
import { lockBatch } from './batch-of-copies.step.js';
import type { UndoStepAsked, UndoneStepView } from './processing.http.js';
import { putIntoState } from './put-into-state.step.js';
import { counted, undoStepRefusals } from './rules/stages.js';
import { ProcessingStepsRepository } from './processing-steps.repository.js';

/** Takes the last step of copies back: all of them, or none. What was written stays, as undone. */
@Injectable()
export class UndoStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `processing.undo-refused` with each reason once */
  execute(
    input: UndoStepAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<UndoneStepView> => {
      const batch = await lockBatch(tx, input, schoolId);
      const refusals = counted(
        batch.map(({ copy, lending, onItsWay }) => ({
          barcode: copy.barcode,
          refusals: undoStepRefusals(onItsWay, input.stage, lending),
        })),
      );
      if (refusals.length > 0) throw new Refused('processing.undo-refused', refusals.map(asReason));
      const copies = batch.map(({ copy }) => copy);
      await tx.use(ProcessingStepsRepository).undo(
        copies.map(({ id }) => id),
        input.stage,
        this.clock.now(),
        by,
      );
      if (input.stage === 'lendable') await putIntoState(tx, copies, () => 'processing');
      return { stage: input.stage, volumes: copies.length };
    });
  }
}
