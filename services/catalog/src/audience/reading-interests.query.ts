import { Injectable } from '@nestjs/common';
import { Clock, Lists, refuseCursor, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { InterestLine, InterestsAsked } from './reading-interests.http.js';

/** A wish that nobody marked counts as the title does whose ISBN it names. */
const INTERESTS = `with held as (
    select c.title_id, count(*) as copies, count(*) filter (where l.lent_on >= coalesce($2::date, $3::date - 365)) as lent
    from copy c left join known_lending l on l.copy_id = c.id
    where c.school_id = $1 and c.stock_state <> 'withdrawn' group by c.title_id),
  wished as (
    select s.id, (select count(*) from suggestion_vote v where v.suggestion_id = s.id) as votes, m.*
    from suggestion s
    cross join lateral (
      select w.bands, w.level, w.themes from wish_audience w where w.suggestion_id = s.id
      union all
      (select a.bands, a.level, a.themes from title t join title_audience a on a.title_id = t.id
       where s.isbn is not null and t.isbns @> array[s.isbn] and t.merged_into is null
         and not exists (select from wish_audience w where w.suggestion_id = s.id)
       order by t.id limit 1)) m
    where s.school_id = $1 and s.status = 'open'),
  marked as (
    select a.bands, a.level, a.themes, 1 as titles, h.copies, h.lent, 0 as wishes, 0 as votes
    from held h join title_audience a on a.title_id = h.title_id
    union all
    select bands, level, themes, 0, 0, 0, 1, votes from wished),
  counted as (
    select x.of, x.value, sum(titles)::int as titles, sum(copies)::int as copies, sum(lent)::int as lent,
      sum(wishes)::int as wishes, sum(votes)::int as votes
    from marked cross join lateral (
      select 'band' as of, unnest(bands) as value
      union all select 'level', level::text where level is not null
      union all select 'theme', unnest(themes)::text) x
    group by x.of, x.value)
  select c.of, c.value, t.name, c.titles, c.copies, c.lent, c.wishes, c.votes
  from counted c left join reading_theme t on c.of = 'theme' and t.id::text = c.value
  where c.of <> 'theme' or t.school_id is null or t.school_id = $1
  order by c.of, c.wishes desc, c.votes desc, c.value`;

/** What pupils like and can read, beside what there is for them (CAT-020). */
@Injectable()
export class ReadingInterestsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async page(input: InterestsAsked, schoolId: SchoolId): Promise<Page<InterestLine>> {
    refuseCursor(input.cursor);
    const items = await this.lists.rows<InterestLine>(INTERESTS, [
      schoolId,
      input.since ?? null,
      this.clock.today(),
    ]);
    return { items, nextCursor: null };
  }
}
