import { Injectable } from '@nestjs/common';
import { Lists, refuseCursor, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { HoldingsAsked } from './holdings.http.js';
import type { KindLine } from './kinds.http.js';

/**
 * Counted title by title, as the holdings of the county are; a title is in one line. Of a school, its titles are looked up one by
 * one: there are few of them among those of the county.
 */
const kindsOf = (copies: string, title: string): string => `
  select t.kind, count(*)::int as titles, sum(c.volumes)::int as volumes, sum(c.lendable)::int as lendable,
    sum(c.fen)::float8 as fen, sum(c.unpriced)::int as unpriced
  from (select title_id, count(*) as volumes, count(*) filter (where stock_state = 'lendable') as lendable,
          coalesce(sum(price_fen), 0) as fen, count(*) filter (where price_fen is null) as unpriced
        from copy where stock_state <> 'withdrawn' ${copies} group by title_id) c
    ${title}
  group by t.kind order by sum(c.volumes) desc, t.kind`;
const OF_SCHOOL = kindsOf(
  'and school_id = $1',
  'cross join lateral (select kind from title where id = c.title_id offset 0) t',
);
const OF_COUNTY = kindsOf('', 'join title t on t.id = c.title_id');

/** What a school, or the county, holds of each kind of material. */
@Injectable()
export class KindsQuery {
  constructor(private readonly lists: Lists) {}

  async page({ cursor }: HoldingsAsked, schoolId: SchoolId | null): Promise<Page<KindLine>> {
    refuseCursor(cursor);
    const items =
      schoolId === null
        ? await this.lists.rows<KindLine>(OF_COUNTY)
        : await this.lists.rows<KindLine>(OF_SCHOOL, [schoolId]);
    return { items, nextCursor: null };
  }
}
