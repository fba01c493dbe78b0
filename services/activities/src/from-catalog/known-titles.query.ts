import { Injectable } from '@nestjs/common';
import type { TitleId } from '@shulian/contracts/ids';
import { Arrivals, Database, statement } from '@shulian/service-kit';

/** The end of the chain of mergers; `union` instead of `union all`, so that a circle ends, too. */
const STANDING_FOR = statement(
  'known-title.standing-for',
  `with recursive chain (title_id, merged_into) as (
     select title_id, merged_into from known_title where title_id = $1
     union
     select coalesce(t.title_id, c.merged_into), t.merged_into
     from chain c left join known_title t on t.title_id = c.merged_into where c.merged_into is not null)
   select coalesce((select title_id from chain where merged_into is null),
                   (select title_id from known_title where title_id = $1)) as "titleId"`,
);

/** Titles of the county as activities knows them. */
@Injectable()
export class KnownTitlesQuery {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
  ) {}

  /** The title, or the one that took its place; waited for up to 2 s (decision 9), null when none came. */
  awaited(id: TitleId): Promise<TitleId | null> {
    return this.arrivals.wait(async () => {
      const [row] = await this.database.rows<{ titleId: TitleId | null }>(STANDING_FOR, [id]);
      return row?.titleId ?? null;
    });
  }
}
