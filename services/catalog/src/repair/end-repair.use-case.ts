import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { RepairId } from '@shulian/contracts/ids';
import { moveCopies } from '../accession/move-copies.step.js';
import { MendingSessionsRepository } from './mending-sessions.repository.js';
import type { RepairEnd } from './repairs.http.js';
import { RepairsRepository } from './repairs.repository.js';
import { creditRefusal } from './rules/mending-session.js';
import { stateAfterRepair } from './rules/repair.js';

/** A copy comes from the table: mended, given up, or not damaged after all. */
@Injectable()
export class EndRepair {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 out of reach, 422 for a mending session that the school has not, 409 `repair.ended`,
   * `mending-session.cancelled`, `mending-session.not-held-yet`
   */
  execute(caller: Caller, id: RepairId, input: RepairEnd, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const repairs = tx.use(RepairsRepository);
      const repair = await repairs.locked(id);
      if (repair === null || !caller.mayWorkAt(repair.schoolId)) throw unknownThing();
      if (repair.state !== 'in-repair') throw conflict('repair.ended');
      const occasion = { day: this.clock.today(), by: caller.id };
      const sessionId = input.sessionId ?? null;
      if (sessionId !== null) {
        const session = await tx.use(MendingSessionsRepository).kept(sessionId);
        if (session?.schoolId !== repair.schoolId) throw unknownReference('/sessionId');
        const refusal = creditRefusal(session, occasion.day);
        if (refusal !== null) throw conflict(refusal);
      }
      // A copy that somebody has moved on meanwhile stays where it is.
      await moveCopies(tx, [repair.copyId], {
        ...occasion,
        to: (copy) =>
          copy.stockState === 'repair'
            ? stateAfterRepair(input.result, copy.kind, repair.was)
            : copy.stockState,
      });
      await repairs.end([id], input.result, {
        on: occasion.day,
        by: occasion.by,
        note: input.note ?? null,
        sessionId,
      });
      return repairs.view(id);
    });
  }
}
