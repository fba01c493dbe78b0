import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { ResearchRequestsRepository } from './research-requests.repository.js';
import { reopened } from './rules/request.js';

/** Takes an answer back, to give a better one. */
@Injectable()
export class ReopenRequest {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `research-request.open` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const requests = tx.use(ResearchRequestsRepository);
      const asked = await requests.locked(id);
      if (asked === null || !caller.mayWorkAt(asked.schoolId)) throw unknownThing();
      const next = reopened(asked);
      if (next === null) throw conflict('research-request.open');
      await requests.change(next);
      return requests.view(id, caller.id, this.clock.today());
    });
  }
}
