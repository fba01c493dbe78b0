import { Injectable } from '@nestjs/common';
import { OncePerKey, refuseIfStale, unknownThing, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { AuthorityChange } from './authorities.http.js';
import { authorityView } from './authorities.query.js';
import { AuthoritiesRepository } from './authorities.repository.js';
import { whyGone } from './authority-merged.step.js';
import { formsOf, type Authority } from './rules/authority.js';

/** Corrects a name; titles that bear a form that it has now point to it, and those that pointed to it go on doing so. */
@Injectable()
export class ChangeAuthority {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404, 410 `authority.merged`, 412 */
  execute(id: string, version: number, input: AuthorityChange, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const [present] = await tx.use(AuthoritiesRepository).locked([id]);
      if (present === undefined) throw (await whyGone(tx, id, 410)) ?? unknownThing();
      refuseIfStale(version, present.version);
      const { preferred = present.preferred, variants = present.variants } = input;
      const [first = '', ...others] = formsOf({ preferred, variants });
      const next: Authority = {
        ...present,
        version: present.version + 1,
        preferred: first,
        variants: others,
        dates: input.dates === undefined ? present.dates : input.dates,
        note: input.note === undefined ? present.note : input.note,
      };
      await tx.use(AuthoritiesRepository).change(next);
      await tx.use(AuthoritiesRepository).pointTo(next);
      return authorityView(tx.session, id);
    });
  }
}
