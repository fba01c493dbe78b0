import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TermId } from '@shulian/contracts/ids';
import { TermsRepository } from '../school-calendar/terms.repository.js';
import { HelperTrainingRepository } from './helper-training.repository.js';
import type { TrainingFocusAsked } from './helper-training.http.js';

/** The grades that the trainings of a term are for above all (RDR-031); none: for all alike. */
@Injectable()
export class SetTrainingFocus {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a term of a school out of reach */
  execute(
    caller: Caller,
    termId: TermId,
    { grades, aim = null }: TrainingFocusAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const term = await tx.use(TermsRepository).byId(termId);
      if (term === null || !caller.mayWorkAt(term.schoolId)) throw unknownThing();
      const setOn = this.clock.today();
      const sorted = [...grades].sort((one, other) => one - other);
      await tx
        .use(HelperTrainingRepository)
        .setFocus({ termId, schoolId: term.schoolId, grades: sorted, aim, setOn, setBy: caller.id });
      return { termId, grades: sorted, aim, setOn };
    });
  }
}
