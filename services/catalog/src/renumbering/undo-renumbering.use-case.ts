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
import { copyChanged } from '../accession/copy.events.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { ShelfNumbersRepository } from '../classification/shelf-numbers.repository.js';
import type { RenumberingView } from './renumbering.http.js';
import { renumberingView } from './renumbering.query.js';
import { RenumberingRepository } from './renumbering.repository.js';

/** The titles of a class get back the numbers they had, as long as nothing was numbered, moved or renumbered there since. */
@Injectable()
export class UndoRenumbering {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `renumbering.undone`, `renumbering.built-on` */
  execute(id: string, caller: Caller, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<RenumberingView> => {
      const repository = tx.use(RenumberingRepository);
      const shelves = tx.use(ShelfNumbersRepository);
      const renumbering = await repository.locked(id);
      if (renumbering === null || !caller.mayWorkAt(renumbering.schoolId)) throw unknownThing();
      if (renumbering.isUndone) throw conflict('renumbering.undone');
      const { schoolId, clc, nextBefore, nextAfter } = renumbering;
      const copies = await repository.oldCopies(renumbering);
      const next = (await shelves.lockCounters(schoolId, [clc])).get(clc);
      const titles = await repository.oldTitles(renumbering);
      const isBuiltOn =
        next !== nextAfter ||
        titles.some(({ newNumber, present }) => newNumber !== present) ||
        copies.some(({ isOther }) => isOther);
      if (isBuiltOn) throw conflict('renumbering.built-on');

      await repository.number(
        renumbering,
        titles.map(({ titleId, oldNumber, wasAllocated }) => ({
          titleId,
          to: oldNumber,
          allocated: wasAllocated,
        })),
      );
      await shelves.moveCounters(schoolId, new Map([[clc, nextBefore]]));
      // A copy that was struck since stays in the books as it was struck.
      const standing = copies.filter(({ copy }) => copy.stockState !== 'withdrawn');
      const restored = standing.map(({ copy, before }) => ({
        ...copy,
        ...before,
        version: copy.version + 1,
      }));
      await tx.use(CopiesRepository).reclass(restored);
      await repository.undone(id, { at: this.clock.now(), by: caller.id });
      await tx.outbox.append(...restored.map((after, at) => copyChanged(standing[at]?.copy ?? after, after)));
      return renumberingView(tx.session, id);
    });
  }
}
