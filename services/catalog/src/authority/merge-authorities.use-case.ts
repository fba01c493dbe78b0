import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AuthorityMergeAsked } from './authorities.http.js';
import { mergeView } from './authorities.query.js';
import { AuthoritiesRepository } from './authorities.repository.js';
import { whyGone } from './authority-merged.step.js';
import { mergedAuthority, type Authority } from './rules/authority.js';

/** Two names turned out to be one: the forms of the first become variants of the second, and its titles point there. */
@Injectable()
export class MergeAuthorities {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for one or for two kinds, 422, 409 `authority.merged`, 412 */
  execute(input: AuthorityMergeAsked, by: string, request: DeskRequest | null): Promise<Answer> {
    const { authorityId, intoAuthorityId } = input;
    if (authorityId === intoAuthorityId) throw invalid({ pointer: '/intoAuthorityId', code: 'is-another' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const authorities = tx.use(AuthoritiesRepository);
      const locked = await authorities.locked([authorityId, intoAuthorityId]);
      const one = async (id: string, pointer: string): Promise<Authority> => {
        const found = locked.find((each) => each.id === id.toLowerCase());
        if (found === undefined) throw (await whyGone(tx, id, 409)) ?? unknownReference(pointer);
        return found;
      };
      const from = await one(authorityId, '/authorityId');
      const into = await one(intoAuthorityId, '/intoAuthorityId');
      if (from.kind !== into.kind)
        throw invalid({ pointer: '/intoAuthorityId', code: 'is-of-the-same-kind' });
      refuseIfStale(input.version, from.version);
      refuseIfStale(input.intoVersion, into.version);
      const after = mergedAuthority(into, from);
      await authorities.absorb(from.id, into.id);
      await authorities.change(after);
      const titles = await authorities.moveTitles(from.id, into.id);
      const id = newId();
      await authorities.addMerge(
        {
          id,
          authorityId: from.id,
          intoAuthorityId: into.id,
          intoVersion: after.version,
          intoBefore: into,
          ...titles,
        },
        { at: this.clock.now(), by },
      );
      return mergeView(tx.session, id);
    });
  }
}
