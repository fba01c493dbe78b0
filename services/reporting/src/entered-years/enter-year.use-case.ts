import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  Transaction,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { EnteredYearAsked } from './entered-years.http.js';
import { EnteredYearsRepository } from './entered-years.repository.js';

/** Figures of a year before the system. What was counted is never written over. */
@Injectable()
export class EnterYear {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 422 for an unknown school, 400 for a year that is not over, 409 `entered-year.there-already`,
   *   `entered-year.counted-already`
   */
  enter(caller: Caller, input: EnteredYearAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    if (input.year >= Number(today.slice(0, 4))) throw invalid({ pointer: '/year', code: 'not-over' });
    return this.once.run(request, 201, async (tx) => {
      const years = tx.use(EnteredYearsRepository);
      if (!(await years.isKnownSchool(schoolId))) throw unknownReference('/schoolId');
      if (await years.isCounted(schoolId, input.year)) throw conflict('entered-year.counted-already');
      const id = newId();
      const added = await years.add({ ...input, id, schoolId, enteredOn: today, enteredBy: caller.id });
      if (!added) throw conflict('entered-year.there-already');
      return years.view(id);
    });
  }

  /** @throws Problem 404 also for a year of another school */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const years = tx.use(EnteredYearsRepository);
      const schoolId = await years.schoolOf(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await years.remove(id);
    });
  }
}
