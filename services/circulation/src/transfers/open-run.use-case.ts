import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { CourierRunAsked } from './courier-runs.http.js';
import { CourierRunsRepository } from './courier-runs.repository.js';

/** A round of the courier is opened, so that copies can be scanned onto its manifest. */
@Injectable()
export class OpenRun {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 403 for a school out of reach */
  execute(caller: Caller, input: CourierRunAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const id = newId();
      const { courier, note = null } = input;
      const run = { id, schoolId, runOn: input.runOn as CalendarDay, courier, note, by: caller.id };
      await tx.use(CourierRunsRepository).add(run);
      return tx.use(CourierRunsRepository).view(id);
    });
  }
}
