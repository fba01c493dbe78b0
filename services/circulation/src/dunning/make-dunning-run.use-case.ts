import { Injectable } from '@nestjs/common';
import { schoolYearOf } from '@shulian/lending-rules/desk/grade';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { tellOfRun } from '../due-notices/tell-borrowers.step.js';
import { DunningRepository } from './dunning.repository.js';
import type { DunningRunAsked } from './dunning.http.js';

/** Makes the sheets of a school: what is overdue today, as it stands now (CIR-056, CIR-059). */
@Injectable()
export class MakeDunningRun {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day of return in the past, 403 for another school */
  execute(caller: Caller, input: DunningRunAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const madeOn = this.clock.today();
    const answerBy = input.answerBy ?? null;
    if (answerBy !== null && answerBy < madeOn) throw invalid({ pointer: '/answerBy', code: 'in-the-past' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const id = newId();
      const { leastDays = 1, note = null } = input;
      const run = { id, schoolId, madeOn, madeBy: caller.id, leastDays, answerBy, note };
      await tx.use(DunningRepository).addRun(run, schoolYearOf(madeOn));
      await tellOfRun(tx, id, schoolId, madeOn);
      return tx.use(DunningRepository).run(id);
    });
  }
}
