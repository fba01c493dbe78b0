import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CourierRunView } from './courier-runs.http.js';
import { CourierRunsRepository } from './courier-runs.repository.js';
import { openRunOfCaller, runOfCaller } from './run-of-caller.step.js';

/** The courier signed and left; or did not, after all. */
@Injectable()
export class ChangeRun {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `courier-run.left`, `courier-run.open`, `courier-run.empty` */
  execute(caller: Caller, id: string, to: 'left' | 'open', request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<CourierRunView> => {
      const runs = tx.use(CourierRunsRepository);
      if (to === 'left') {
        const { copies } = await openRunOfCaller(tx, caller, id);
        if (copies === 0) throw conflict('courier-run.empty');
        await runs.leave(id, this.clock.instant(), caller.id);
      } else {
        const { state } = await runOfCaller(tx, caller, id);
        if (state === 'open') throw conflict('courier-run.open');
        await runs.stay(id);
      }
      return runs.view(id);
    });
  }
}
