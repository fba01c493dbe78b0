import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { CatalogStore } from '../catalog.store.js';
import { describedAs } from './describe-title.use-case.js';
import { isSameDescription, redescribed } from './rules/title.js';
import { withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';
import type { TitleChange } from './titles.http.js';
import { titleView } from './titles.query.js';

/** Corrects the description of a title; the whole county sees it. Nothing is announced when nothing changes. */
@Injectable()
export class ChangeTitle {
  constructor(
    private readonly oncePerKey: OncePerKey<CatalogStore>,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 412, 400 with every place that is wrong */
  execute(request: DeskRequest | null, id: TitleId, version: number, asked: TitleChange): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (store) => {
      const [title] = await store.titles.locked([id]);
      if (title === undefined) throw unknownThing();
      refuseIfStale(version, title.version);
      const changed = redescribed(title, describedAs(title, asked));
      if (!isSameDescription(title, changed)) {
        await store.titles.change([withFinding(changed)], this.clock.now());
        await store.outbox.append(titleDescribed(changed));
      }
      return titleView(store.rows, id);
    });
  }
}
