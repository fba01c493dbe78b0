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
import { asReason } from '../accession/reason.http.js';
import { CollectionChangesRepository } from './collection-changes.repository.js';
import { changeView } from './collections.query.js';
import { CollectionsRepository } from './collections.repository.js';
import { undoRefusals } from './rules/collection.js';

/** Puts the copies of a change back into the collections they came from, or into none. */
@Injectable()
export class UndoPut {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a change of another school, 409 with the reasons */
  execute(id: string, caller: Caller, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const changes = tx.use(CollectionChangesRepository);
      const change = await changes.locked(id);
      if (change === null || !caller.mayWorkAt(change.schoolId)) throw unknownThing();
      const changed = await changes.copiesOf(id);
      const origins = await tx
        .use(CollectionsRepository)
        .heldAll([...new Set(changed.flatMap(({ fromId }) => fromId ?? []))]);
      const ids = changed.map(({ copyId }) => copyId);
      await tx.use(CopiesRepository).lockedAll(ids);
      const refusals = undoRefusals({
        undone: change.undone,
        movedOn: (await changes.placesOf(ids)).filter(({ fromId }) => fromId !== change.toId).length,
        originsClosed: origins.some(({ closed }) => closed),
      });
      const [first] = refusals;
      if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
      await changes.put(changed.map(({ copyId, fromId }) => ({ copyId, toId: fromId })));
      await changes.undo(id, this.clock.now(), caller.id);
      return changeView(tx.session, id);
    });
  }
}
