import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Problem,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { changeView } from './audience.query.js';
import { AudienceRepository } from './audience.repository.js';
import { isSame } from './rules/audience.js';

/** Puts back what a change of marks had changed, as long as each of its titles is still marked as it left it. */
@Injectable()
export class UndoMarks {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a change of another school, 409 with the number of titles that were marked again */
  execute(id: string, caller: Caller, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const audience = tx.use(AudienceRepository);
      const change = await audience.lockedChange(id);
      const isTheirs =
        change !== null &&
        (change.schoolId === null ? caller.reach.county : caller.mayWorkAt(change.schoolId));
      if (!isTheirs) throw unknownThing();
      if (change.undone) throw conflict('audience.already-undone');
      const changed = await audience.changedBy(id);
      const present = new Map(
        (await audience.lockedTitles(changed.map(({ titleId }) => titleId))).map(({ titleId, marks }) => [
          titleId,
          marks,
        ]),
      );
      const moved = changed.filter(({ titleId, after }) => {
        const marks = present.get(titleId);
        return marks !== undefined && !isSame(marks, after);
      });
      if (moved.length > 0)
        throw new Problem(409, 'audience.built-upon', { facts: { titles: moved.length } });
      await audience.write(changed.map(({ titleId, before }) => ({ titleId, marks: before })));
      await audience.undo(id, this.clock.now(), caller.id);
      return changeView(tx.session, id);
    });
  }
}
