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
import type { RepairId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { moveCopies } from '../accession/move-copies.step.js';
import { KnownLendingsRepository } from '../from-circulation/known-lendings.repository.js';
import { RepairsRepository } from './repairs.repository.js';
import { stateAfterRepair } from './rules/repair.js';

/** Takes the end of a repair back, as long as the copy is where the repair has left it. */
@Injectable()
export class ReopenRepair {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `repair.open`, `repair.copy-moved-on`, `copy.on-loan` */
  execute(caller: Caller, id: RepairId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const repairs = tx.use(RepairsRepository);
      const repair = await repairs.locked(id);
      if (repair === null || !caller.mayWorkAt(repair.schoolId)) throw unknownThing();
      if (repair.state === 'in-repair') throw conflict('repair.open');
      const copy = await tx.use(CopiesRepository).locked(repair.copyId);
      if (copy === null) throw unknownThing();
      const leftAt = stateAfterRepair(repair.state, copy.kind, repair.was);
      const takenAgain = (await repairs.openOf([copy.id])).size > 0;
      if (takenAgain || copy.stockState !== leftAt) throw conflict('repair.copy-moved-on');
      const lending = await tx.use(KnownLendingsRepository).stateOf(copy.id);
      if (lending !== 'in' && lending !== 'lost') throw conflict('copy.on-loan');
      await moveCopies(tx, [copy.id], { day: this.clock.today(), by: caller.id, to: () => 'repair' });
      await repairs.reopen(id);
      return repairs.view(id);
    });
  }
}
