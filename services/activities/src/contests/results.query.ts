import { Injectable } from '@nestjs/common';
import { afterCursor, pageOf, PublicLists, type Page } from '@shulian/service-kit';
import type { ContestResultsAsked, ContestResultView } from './results.http.js';

const RESULTS = `select c.id, c.name, c.theme, c.organisers, c.published_on::text as "publishedOn",
    (select count(*)::int from contest_entry e where e.contest_id = c.id and e.status = 'handed-in') as entries,
    (select coalesce(jsonb_agg(g order by g.grade nulls last, g.level), '[]') from (
       select p.level, e.grade, count(*)::int as prizes from contest_prize p join contest_entry e on e.id = p.entry_id
       where p.contest_id = c.id and p.status = 'granted' group by p.level, e.grade) g) as prizes
  from contest c
  where c.school_id = $1 and c.published_on is not null and ($2::date is null or (c.published_on, c.id) < ($2, $3::uuid))
  order by c.published_on desc, c.id desc limit $4`;

/** Results as everybody sees them, by way of few connections of their own. */
@Injectable()
export class ContestResultsQuery {
  constructor(private readonly lists: PublicLists) {}

  async list(input: ContestResultsAsked): Promise<Page<ContestResultView>> {
    const after = afterCursor(input.cursor, 2) ?? [null, null];
    const rows = await this.lists.rows<ContestResultView>(RESULTS, [
      input.schoolId,
      ...after,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (result) => result,
      ({ publishedOn, id }) => [publishedOn, id],
    );
  }
}
