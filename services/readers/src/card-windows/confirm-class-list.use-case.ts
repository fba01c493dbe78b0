import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { ConfirmationAsked } from './card-windows.http.js';
import { CardWindowsQuery, toWindowView } from './card-windows.query.js';
import { CardWindowsRepository } from './card-windows.repository.js';
import { lockedClassOf, windowInReach } from './class-of-window.step.js';

/** The teacher of a class says that the list of who wants a card is complete, or that it is not yet. */
@Injectable()
export class ConfirmClassList {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly windows: CardWindowsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 422 out of reach, 409 `card-window.cancelled`, `card-window.other-class` */
  execute(
    caller: Caller,
    id: string,
    { classId, confirmed }: ConfirmationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const window = await windowInReach(tx, caller, id, today);
      const found = await lockedClassOf(tx, caller, window, classId);
      const how = confirmed ? { on: found.confirmedOn ?? today, by: caller.id } : null;
      await tx.use(CardWindowsRepository).confirm(id, found.classId, how);
      return this.windows.classOf(tx.session, toWindowView(window, today), found.classId);
    });
  }
}
