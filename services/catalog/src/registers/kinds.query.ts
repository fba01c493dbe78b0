import { Injectable } from '@nestjs/common';
import { Lists, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { KindLine } from './kinds.http.js';

/** Counted title by title, as the holdings of the county are; a title is in one line. */
const KINDS = `select t.kind, count(*)::int as titles, sum(c.volumes)::int as volumes, sum(c.lendable)::int as lendable,
    sum(c.fen)::float8 as fen, sum(c.unpriced)::int as unpriced
  from (select title_id, count(*) as volumes, count(*) filter (where stock_state = 'lendable') as lendable,
          coalesce(sum(price_fen), 0) as fen, count(*) filter (where price_fen is null) as unpriced
        from copy where stock_state <> 'withdrawn' and ($1::uuid is null or school_id = $1) group by title_id) c
    join title t on t.id = c.title_id
  group by t.kind order by sum(c.volumes) desc, t.kind`;

/** What a school, or the county, holds of each kind of material. */
@Injectable()
export class KindsQuery {
  constructor(private readonly lists: Lists) {}

  async page(schoolId: SchoolId | null): Promise<Page<KindLine>> {
    return { items: await this.lists.rows<KindLine>(KINDS, [schoolId]), nextCursor: null };
  }
}
