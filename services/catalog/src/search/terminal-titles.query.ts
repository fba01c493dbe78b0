import { Injectable } from '@nestjs/common';
import { PublicLists, type Page } from '@shulian/service-kit';
import { TitlesFound } from '../titles/titles-found.query.js';
import { pageOfFound, placeAfter } from '../titles/titles-asked.http.js';
import type { TerminalTitle, TerminalTitlesAsked } from './terminal-titles.http.js';

/** Of copies only how many a school has: no barcode, no state, no day tells a stranger what somebody reads. */
export const SHOWN_TITLES = `select t.id, t.title, t.subtitle, t.contributors, t.publisher, t.published_year as "publishedYear",
    t.isbns[1] as isbn, t.clc, left(t.summary, 500) as summary, coalesce(h.holdings, '[]') as holdings
  from unnest($1::uuid[]) with ordinality as f (id, place) join title t on t.id = f.id
  left join lateral (
    select json_agg(json_build_object('schoolId', n.school_id, 'school', s.name, 'copies', n.copies,
             'callNumber', n.call_number) order by s.name) as holdings
    from (select c.school_id, count(*)::int as copies, min(c.call_number) as call_number from copy c
          where c.title_id = t.id and c.stock_state <> 'withdrawn' and ($2::uuid is null or c.school_id = $2)
          group by c.school_id) n
    join known_school s on s.school_id = n.school_id) h on true
  where t.merged_into is null
  order by f.place`;

/** What a terminal shows: asked by way of its own few connections, so that a crowd before it keeps nobody else waiting. */
@Injectable()
export class TerminalTitlesQuery {
  constructor(private readonly lists: PublicLists) {}

  async find(input: TerminalTitlesAsked): Promise<Page<TerminalTitle>> {
    const found = await new TitlesFound(this.lists, input, input.schoolId).after(placeAfter(input.cursor));
    const shown = await this.lists.rows<TerminalTitle>(SHOWN_TITLES, [
      found.slice(0, input.limit).map(({ id }) => id),
      input.schoolId ?? null,
    ]);
    return pageOfFound(found, input.limit, new Map(shown.map((title) => [title.id, title])));
  }
}
