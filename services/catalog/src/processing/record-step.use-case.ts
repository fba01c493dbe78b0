import { Injectable } from '@nestjs/common';
import { Clock, invalid, OncePerKey, Refused, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { firstStateOf } from '../accession/rules/copy.js';
import { asReason } from '../accession/reason.http.js';
import { lockBatch } from './batch-of-copies.step.js';
import type { StepAsked, StepView } from './processing.http.js';
import { putIntoState } from './put-into-state.step.js';
import { counted, plannedSteps } from './rules/stages.js';
import { ProcessingStepsRepository } from './processing-steps.repository.js';

/** Records a step of processing for one copy or many; the last one puts them on loan. */
@Injectable()
export class RecordStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `processing.step-refused` with each reason once; 400 for a day that is still to come */
  execute(input: StepAsked, schoolId: SchoolId, by: string, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const on = (input.on ?? today) as CalendarDay;
    if (on > today) throw invalid({ pointer: '/on', code: 'day-to-come' });
    return this.oncePerKey.run(request, 201, async (tx): Promise<StepView> => {
      const batch = await lockBatch(tx, input, schoolId);
      const planned = batch.map((one) => ({
        ...one,
        ...plannedSteps(one.onItsWay, input.stage, on, input.withEarlier),
        barcode: one.copy.barcode,
      }));
      const left = counted(planned);
      const ready = planned.filter(({ steps }) => steps.length > 0);
      if ((left.length > 0 && !input.onlyReady) || ready.length === 0)
        throw new Refused('processing.step-refused', left.map(asReason));

      const steps = ready.flatMap((one) => one.steps.map((stage) => ({ copyId: one.copy.id, stage })));
      await tx.use(ProcessingStepsRepository).add(schoolId, steps, { on, at: this.clock.now(), by });
      if (input.stage === 'lendable')
        await putIntoState(
          tx,
          ready.map(({ copy }) => copy),
          ({ kind }) => firstStateOf(kind),
        );
      return {
        stage: input.stage,
        on,
        volumes: ready.length,
        steps: steps.length,
        left: left.map(asReason),
      };
    });
  }
}
