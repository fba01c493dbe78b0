import { Injectable } from '@nestjs/common';
import { Transaction, unknownReference, unknownThing } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { TitlesRepository } from '../titles/titles.repository.js';
import type { AuthorityView, PointersAsked } from './authorities.http.js';
import { authorityView } from './authorities.query.js';
import { AuthoritiesRepository } from './authorities.repository.js';
import { whyGone } from './authority-merged.step.js';

/** Which titles mean this one: for names that several bear. Said twice, it is as said once. */
@Injectable()
export class SetPointers {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 404, 410 `authority.merged`, 422 for a title that is none */
  execute(id: string, { add = [], remove = [] }: PointersAsked): Promise<AuthorityView> {
    return this.transaction.run(async (tx) => {
      const authorities = tx.use(AuthoritiesRepository);
      const [authority] = await authorities.locked([id]);
      if (authority === undefined) throw (await whyGone(tx, id, 410)) ?? unknownThing();
      const titles = [...new Set(add.map((each) => each.toLowerCase()))];
      const known = await tx.use(TitlesRepository).many(titles as TitleId[]);
      if (known.length < titles.length) throw unknownReference('/add');
      await authorities.giveTitles(id, titles);
      await authorities.forget(id, remove);
      return authorityView(tx.session, id);
    });
  }
}
