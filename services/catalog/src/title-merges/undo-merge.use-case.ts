import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { copyChanged } from '../accession/copy.events.js';
import { recountTitles } from '../registers/recount-titles.step.js';
import { isSameDescription, redescribed } from '../titles/rules/title.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import { titleSeparated } from './title-merge.events.js';
import type { MergeView } from './title-merges.http.js';
import { mergeView } from './title-merges.query.js';
import { TitleMergesRepository } from './title-merges.repository.js';

/** A merger by mistake: the title stands again, with the copies it had. Copies that were entered since stay where they are. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `title-merge.undone`, `title-merge.built-on` when the other title was changed or merged since */
  execute(id: string, by: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<MergeView> => {
      const merges = tx.use(TitleMergesRepository);
      const merge = await merges.locked(id);
      if (merge === null) throw unknownThing();
      if (merge.isUndone) throw conflict('title-merge.undone');
      const { titleId, intoTitleId } = merge;
      await merges.lockTitles([titleId, intoTitleId]);
      const [into] = await tx.use(TitlesRepository).locked([intoTitleId]);
      if (into?.version !== merge.intoVersion) throw conflict('title-merge.built-on');

      const [day, at] = [this.clock.today(), this.clock.now()];
      const copies = await merges.copiesMoved(merge);
      if (!isSameDescription(into, merge.intoBefore))
        await writeTitles(tx, { added: [], changed: [redescribed(into, merge.intoBefore)] }, at);
      const version = await merges.separate(titleId);
      const moved = await merges.moveCopies(copies, titleId);
      if (merge.movedCover !== null) await merges.moveCover(intoTitleId, titleId, merge.movedCover);
      await merges.leaveShelves(titleId, intoTitleId);
      await merges.undone(id, { at, by });
      await merges.compareAgain([titleId]);
      await recountTitles(
        tx,
        copies.map((copy) => copy.id),
        intoTitleId,
        { day, by, titles: 1 },
      );
      await tx.outbox.append(
        titleSeparated(titleId, intoTitleId, version),
        ...moved.map((copy, n) => copyChanged(copies[n] ?? copy, copy)),
      );
      return mergeView(tx.session, id);
    });
  }
}
