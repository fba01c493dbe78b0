import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CorrectionsAsked } from './shelf-patrols.http.js';
import { ShelfPatrolsRepository } from './shelf-patrols.repository.js';

/** What did not belong was put where it belongs, one by one or all; or was not, after all. */
@Injectable()
export class PutRight {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 422 for a position without a finding */
  execute(caller: Caller, id: string, input: CorrectionsAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const patrols = tx.use(ShelfPatrolsRepository);
      const patrol = await patrols.locked(id);
      if (patrol === null || !caller.mayWorkAt(patrol.schoolId)) throw unknownThing();
      if ((await patrols.known(id, input.positions)) < input.positions.length)
        throw unknownReference('/positions');
      const how = input.putRight ? { on: this.clock.today(), by: caller.id } : null;
      await patrols.putRight(id, input.positions, how);
      return patrols.view(id);
    });
  }
}
