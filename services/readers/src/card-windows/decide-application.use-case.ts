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
import { CardApplicationsRepository } from './card-applications.repository.js';
import type { DecisionAsked } from './card-windows.http.js';

/** The library refuses an application with a reason, or takes the refusal back. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `card-application.settled` */
  execute(caller: Caller, id: string, input: DecisionAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const applications = tx.use(CardApplicationsRepository);
      const application = await applications.locked(id);
      if (application === null || !caller.mayWorkAt(application.schoolId)) throw unknownThing();
      if (application.state !== (input.declined ? 'applied' : 'declined'))
        throw conflict('card-application.settled');
      const state = input.declined ? 'declined' : 'applied';
      const how = input.declined ? { on: this.clock.today(), by: caller.id } : null;
      await applications.settle(id, state, input.declined ? input.why : null, how);
      return { id, readerId: application.readerId, state };
    });
  }
}
