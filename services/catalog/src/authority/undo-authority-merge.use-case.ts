import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { mergeView } from './authorities.query.js';
import { AuthoritiesRepository } from './authorities.repository.js';

/** A merger by mistake: both names stand again, each with its forms, and the titles that moved point back. */
@Injectable()
export class UndoAuthorityMerge {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `authority-merge.undone`, `authority-merge.built-on` when the other was changed or merged since */
  execute(id: string, by: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const authorities = tx.use(AuthoritiesRepository);
      const merge = await authorities.lockedMerge(id);
      if (merge === null) throw unknownThing();
      if (merge.isUndone) throw conflict('authority-merge.undone');
      const [into] = await authorities.locked([merge.intoAuthorityId]);
      if (into?.version !== merge.intoVersion) throw conflict('authority-merge.built-on');
      await authorities.change({ ...merge.intoBefore, version: into.version + 1 });
      await authorities.separate(merge);
      await authorities.forget(into.id, merge.gainedTitles);
      await authorities.undone(id, { at: this.clock.now(), by });
      return mergeView(tx.session, id);
    });
  }
}
