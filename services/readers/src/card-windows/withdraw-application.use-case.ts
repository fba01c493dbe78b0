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
import { isInReach } from '../classes-in-reach.step.js';
import { CardApplicationsRepository } from './card-applications.repository.js';
import { CardWindowsRepository } from './card-windows.repository.js';

/** A pupil wants no card, after all: until the list of the class is confirmed. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `card-window.list-confirmed`, `card-application.settled` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const applications = tx.use(CardApplicationsRepository);
      const seen = await applications.byId(id);
      if (seen === null || !isInReach(caller, seen)) throw unknownThing();
      // The class before its applications, as who applies locks them.
      const { confirmedOn } = await tx.use(CardWindowsRepository).lockedClass(seen.windowId, seen.classId);
      if (confirmedOn !== null) throw conflict('card-window.list-confirmed');
      const application = await applications.locked(id);
      if (application?.state !== 'applied') throw conflict('card-application.settled');
      await applications.settle(id, 'withdrawn', null, { on: this.clock.today(), by: caller.id });
      return { id, readerId: application.readerId, state: 'withdrawn' };
    });
  }
}
