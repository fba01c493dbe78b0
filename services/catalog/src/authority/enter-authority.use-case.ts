import { Injectable } from '@nestjs/common';
import { newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import type { AuthorityAsked } from './authorities.http.js';
import { authorityView } from './authorities.query.js';
import { AuthoritiesRepository } from './authorities.repository.js';
import { formsOf } from './rules/authority.js';

/** A name that is used in one form from now on; the titles that bear any of its forms point to it. Two people may bear one. */
@Injectable()
export class EnterAuthority {
  constructor(private readonly oncePerKey: OncePerKey) {}

  execute(input: AuthorityAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const [preferred = '', ...variants] = formsOf({ ...input, variants: input.variants ?? [] });
      const { kind, dates = null, note = null } = input;
      const authority = { id: newId(), version: 1, kind, preferred, variants, dates, note };
      await tx.use(AuthoritiesRepository).add(authority);
      await tx.use(AuthoritiesRepository).pointTo(authority);
      return authorityView(tx.session, authority.id);
    });
  }
}
