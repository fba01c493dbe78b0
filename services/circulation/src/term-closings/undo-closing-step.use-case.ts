import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import type { TermClosingAsked } from './term-closings.http.js';
import { TermClosingsRepository } from './term-closings.repository.js';

/** The step that was ended last was not at its end. */
@Injectable()
export class UndoClosingStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `term-closing.nothing-done` */
  execute(caller: Caller, input: TermClosingAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const closings = tx.use(TermClosingsRepository);
      await closings.lock(schoolId);
      const term = await termOn(tx.session, schoolId, (input.on ?? this.clock.today()) as CalendarDay);
      if (!(await closings.undo(schoolId, term.startsOn))) throw conflict('term-closing.nothing-done');
      return closings.view(schoolId, term);
    });
  }
}
