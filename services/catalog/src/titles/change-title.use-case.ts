import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { reclassifyCopies } from '../accession/reclassify-copies.step.js';
import { pointTitles } from '../authority/point-titles.step.js';
import { noteEdits } from '../title-records/note-edits.step.js';
import { describedAs } from './describe-title.use-case.js';
import { mergedTitle } from './merged-title.step.js';
import { isSameDescription, redescribed } from './rules/title.js';
import { withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';
import type { TitleChange } from './titles.http.js';
import { titleView } from './titles.query.js';
import { TitlesRepository } from './titles.repository.js';

/** Corrects the description of a title; the whole county sees it. Its copies follow into another class. Nothing is announced when nothing changes. */
@Injectable()
export class ChangeTitle {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 410, 412, 400 with every place that is wrong */
  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: TitleId,
    version: number,
    input: TitleChange,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const title = await tx.use(TitlesRepository).lockedToDescribe(id);
      if (title === null) throw (await mergedTitle(tx, id, 410)) ?? unknownThing();
      refuseIfStale(version, title.version);
      const changed = redescribed(title, describedAs(title, input));
      if (!isSameDescription(title, changed)) {
        await tx.use(TitlesRepository).change([withFinding(changed)], this.clock.now());
        await pointTitles(tx, [changed]);
        await noteEdits(tx, title, changed, this.clock.now());
        await tx.outbox.append(titleDescribed(changed));
        await reclassifyCopies(tx, title, changed.clc, { day: this.clock.today(), by: caller.id });
      }
      return titleView(tx.session, id);
    });
  }
}
