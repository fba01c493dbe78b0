import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { CardWindowsQuery, toWindowView } from './card-windows.query.js';
import { CardWindowsRepository } from './card-windows.repository.js';
import { lockedClassOf, windowInReach } from './class-of-window.step.js';

/** The teacher of a class has seen the notice; the first time counts (RDR-005). */
@Injectable()
export class AcknowledgeNotice {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly windows: CardWindowsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 422 out of reach, 409 `card-window.cancelled`, `card-window.other-class` */
  execute(caller: Caller, id: string, classId: string, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const window = await windowInReach(tx, caller, id, today);
      const found = await lockedClassOf(tx, caller, window, classId);
      await tx.use(CardWindowsRepository).acknowledge(id, found.classId, today, caller.id);
      return this.windows.classOf(tx.session, toWindowView(window, today), found.classId);
    });
  }
}
