import { Injectable } from '@nestjs/common';
import { Clock, conflict, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { PeriodView } from './registers.http.js';
import { RegistersRepository } from './registers.repository.js';

/** The settlement at the end of a term (CAT-041): what comes later is of the next period. */
@Injectable()
export class ClosePeriod {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `register.period-empty` when nothing has moved, so that nobody closes twice; or `register.period-name-taken` */
  execute(name: string, schoolId: SchoolId, by: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx): Promise<PeriodView> => {
      const closed = await tx.use(RegistersRepository).closePeriod(schoolId, {
        name,
        by,
        day: this.clock.today(),
        at: this.clock.now(),
      });
      if (closed === 'name-taken') throw conflict('register.period-name-taken');
      if (closed === 'empty') throw conflict('register.period-empty');
      return { schoolId, name, ...closed };
    });
  }
}
