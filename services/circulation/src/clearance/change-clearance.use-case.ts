import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { toClearance } from './clearance.query.js';
import { ClearanceRepository } from './clearance.repository.js';
import { clearanceRefusals } from './rules/clearance.js';

export type ClearanceChange =
  | { readonly to: 'handed-in'; readonly what: 'card' | 'files'; readonly handedIn: boolean }
  | { readonly to: 'cleared' }
  | { readonly to: 'open' };

/** The card or the files come in, the reader is cleared, or was by mistake (CIR-087, P-53). */
@Injectable()
export class ChangeClearance {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `clearance.cleared`, `clearance.open`; Refused 409 `clearance.refused` */
  execute(caller: Caller, id: string, change: ClearanceChange, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const clearances = tx.use(ClearanceRepository);
      const found = await clearances.locked(id);
      if (found === null || !caller.mayWorkAt(found.schoolId)) throw unknownThing();
      if (change.to === 'open') {
        if (found.state === 'open') throw conflict('clearance.open');
        await clearances.undo(id);
        return toClearance(await clearances.row(id));
      }
      if (found.state === 'cleared') throw conflict('clearance.cleared');
      const on = this.clock.today();
      if (change.to === 'handed-in') await clearances.handIn(id, change.what, change.handedIn ? on : null);
      else {
        // A desk that lends to the reader just now is waited for.
        await lockInOrder(tx, { borrowers: [found.readerId] });
        const row = await clearances.row(id);
        const refusals = clearanceRefusals(row);
        if (refusals.length > 0) throw new Refused('clearance.refused', refusals);
        await clearances.clear(id, found.schoolId, { on, by: caller.id, number: row.number });
      }
      return toClearance(await clearances.row(id));
    });
  }
}
