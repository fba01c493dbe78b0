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
import { CLOSING_STEPS, closingFault } from './rules/closing-steps.js';
import type { ClosingStepAsked } from './term-closings.http.js';
import { TermClosingsRepository } from './term-closings.repository.js';

/** A step of the end of term is ended, by whom and with what was left (CIR-088, P-27). */
@Injectable()
export class EndClosingStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `term-closing.done`, `term-closing.earlier-open`, `term-closing.note-needed` */
  execute(caller: Caller, input: ClosingStepAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const closings = tx.use(TermClosingsRepository);
      await closings.lock(schoolId);
      const term = await termOn(tx.session, schoolId, (input.on ?? today) as CalendarDay);
      const { steps } = await closings.view(schoolId, term);
      const place = CLOSING_STEPS.indexOf(input.step);
      const remaining = steps[place]?.remaining ?? 0;
      const note = input.note ?? null;
      const done = steps.filter(({ state }) => state === 'done').length;
      const fault = closingFault(input.step, done, remaining, note);
      if (fault !== null) throw conflict(fault);
      const step = { place: place + 1, on: today, by: caller.id, remaining, note };
      await closings.end(schoolId, term.startsOn, step);
      return closings.view(schoolId, term);
    });
  }
}
