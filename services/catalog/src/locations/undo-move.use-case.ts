import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { changedCopy } from '../accession/rules/copy.js';
import { asReason } from '../accession/reason.http.js';
import { moveView } from './copy-moves.query.js';
import { CopyMovesRepository } from './copy-moves.repository.js';
import { LocationsRepository } from './locations.repository.js';
import { undoRefusals } from './rules/copy-move.js';

/** Takes the last move of a school back: each copy goes to where it came from, full or not. */
@Injectable()
export class UndoMove {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a move of another school, 409 with the reasons */
  execute(id: string, caller: Caller, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const moves = tx.use(CopyMovesRepository);
      const schoolId = await moves.schoolOf(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await tx.use(LocationsRepository).lockTree(schoolId);
      const moved = await moves.copiesOf(id);
      const before = await tx.use(CopiesRepository).lockedAll(moved.map(({ copyId }) => copyId));
      const refusals = undoRefusals(await moves.undoFacts(id));
      const [first] = refusals;
      if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));

      const origin = new Map(moved.map(({ copyId, fromId }) => [copyId, fromId]));
      const after = before.map((copy) =>
        changedCopy(copy, { locationId: origin.get(copy.id) ?? null }, null),
      );
      await tx.use(CopiesRepository).place(after);
      await moves.undo(id, this.clock.now(), caller.id);
      await tx.outbox.append(...after.map((copy, at) => copyChanged(before[at] ?? copy, copy)));
      return moveView(tx.session, id);
    });
  }
}
