import { Injectable } from '@nestjs/common';
import type { TitleId } from '@shulian/contracts/ids';
import { Arrivals, Database, sql, statement, statementOf, unknownReference } from '@shulian/service-kit';

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

/** The same for many at once; those that nobody described are not among them. */
const STANDING_FOR_EACH = statementOf<readonly string[]>(
  'known-title.standing-for-each',
  (value) => sql`with recursive chain (asked, title_id, merged_into) as (
     select title_id, title_id, merged_into from known_title where title_id = any(${value((ids) => ids)}::uuid[])
     union
     select c.asked, coalesce(t.title_id, c.merged_into), t.merged_into
     from chain c left join known_title t on t.title_id = c.merged_into where c.merged_into is not null)
   select asked, coalesce((array_agg(title_id) filter (where merged_into is null))[1], asked) as "titleId"
   from chain group by asked`,
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

  /** The same titles, or those that took their place, each once. @throws Problem 422 where nobody has described one of them */
  async allAwaited(ids: readonly string[], pointer: string): Promise<TitleId[]> {
    return [...new Set(await this.eachAwaited(ids, pointer))];
  }

  /**
   * For each id the title, or the one that took its place; waited for like one.
   * @throws Problem 422 where nobody has described one of them
   */
  async eachAwaited(ids: readonly string[], pointer: string): Promise<TitleId[]> {
    if (ids.length === 0) return [];
    const found = await this.arrivals.wait(async () => {
      const rows = await this.database.rows<{ asked: string; titleId: TitleId }>(
        ...STANDING_FOR_EACH.with(ids),
      );
      return rows.length < ids.length ? null : new Map(rows.map(({ asked, titleId }) => [asked, titleId]));
    });
    if (found === null) throw unknownReference(pointer);
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}
