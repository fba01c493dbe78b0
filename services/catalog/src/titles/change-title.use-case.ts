import { Injectable } from '@nestjs/common';
import { Clock, refuseIfStale, Transaction, unknownThing } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { CatalogStore } from '../catalog.store.js';
import { describedAs } from './describe-title.use-case.js';
import { isSameDescription, redescribed, type Title } from './rules/title.js';
import { withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';
import type { TitleChange } from './titles.http.js';

/** Corrects the description of a title; the whole county sees it. Nothing is announced when nothing changes. */
@Injectable()
export class ChangeTitle {
  constructor(
    private readonly transaction: Transaction<CatalogStore>,
    private readonly clock: Clock,
  ) {}

  execute(id: TitleId, version: number, asked: TitleChange): Promise<Title> {
    return this.transaction.run(async (store) => {
      const [title] = await store.titles.locked([id]);
      if (title === undefined) throw unknownThing();
      refuseIfStale(version, title.version);
      const changed = redescribed(title, describedAs(title, asked));
      if (isSameDescription(title, changed)) return title;
      await store.titles.change([withFinding(changed)], this.clock.now());
      await store.outbox.append(titleDescribed(changed));
      return changed;
    });
  }
}
