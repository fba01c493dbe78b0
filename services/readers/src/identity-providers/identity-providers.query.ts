import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Page } from '@shulian/service-kit';
import type {
  IdentityProvidersAsked,
  IdentityProviderView,
  OfferedProvidersView,
  OfferedProviderView,
} from './identity-providers.http.js';
import { PROVIDER_VIEW } from './identity-providers.repository.js';

/** More than a county has districts. */
const MOST_OFFERED = 100;

@Injectable()
export class IdentityProviders {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Where one may sign in besides here: names alone. */
  async offered(): Promise<OfferedProvidersView> {
    const items = await this.lists.rows<OfferedProviderView>(
      'select id, name from identity_provider where enabled order by name limit $1',
      [MOST_OFFERED],
    );
    return { items };
  }

  /** @throws Problem 404 */
  async byId(id: string): Promise<IdentityProviderView> {
    const [found] = await this.database.rows<IdentityProviderView>(`${PROVIDER_VIEW} where p.id = $1`, [id]);
    if (found === undefined) throw unknownThing();
    return found;
  }

  async page({ limit, cursor }: IdentityProvidersAsked): Promise<Page<IdentityProviderView>> {
    const rows = await this.lists.rows<IdentityProviderView>(
      `${PROVIDER_VIEW} where $1::uuid is null or p.id > $1 order by p.id limit $2`,
      [idAfter(cursor), limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
