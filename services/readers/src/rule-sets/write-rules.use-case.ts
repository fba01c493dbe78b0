import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { RuleSetAsked } from './rule-sets.http.js';
import { RuleSetsRepository } from './rule-sets.repository.js';

/** A school writes a set of rules, with its first version (RDR-019). */
@Injectable()
export class WriteRules {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day that is gone, 409 `rule-set.name-taken` */
  execute(caller: Caller, input: RuleSetAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const holdsFrom = (input.holdsFrom ?? today) as CalendarDay;
    if (holdsFrom < today) throw invalid({ pointer: '/holdsFrom', code: 'in-the-past' });
    const schoolId = caller.schoolFor(input.schoolId);
    const { kind, name, text } = input;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const sets = tx.use(RuleSetsRepository);
      const id = newId();
      if (!(await sets.add({ id, schoolId, kind, name }, today, caller.id)))
        throw conflict('rule-set.name-taken');
      await sets.write(id, { number: 1, text, holdsFrom }, today, caller.id);
      return sets.view(id, today);
    });
  }
}
