import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, queryId, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { HoldingsAsked, HoldingsLine, ReconciliationLine } from './holdings.http.js';
import { differencesOf, type BooksAndCopies } from './rules/reconciliation.js';

/** Each line counts the titles of a school: more of them at once would keep others waiting. */
const MOST_SCHOOLS = 50;

/** Schools by id after a cursor, `$1` for one of them. */
const SCHOOLS = `(
    select school_id, name from known_school
    where ($1::uuid is null or school_id = $1) and ($2::uuid is null or school_id > $2)
    order by school_id limit $3) s`;
/** Of sums `n` of the copies that a school, or the county, holds. */
const VALUED = `coalesce(sum(n.copies), 0)::int as volumes, coalesce(sum(n.fen), 0)::float8 as fen,
  coalesce(sum(n.unpriced), 0)::int as unpriced, round(sum(n.fen) / nullif(sum(n.copies - n.unpriced), 0))::int as "averageFen"`;
const AVERAGE = `round(v.volumes::numeric / nullif(t.titles, 0), 3)::float8 as "averageCopies"`;
const HOLDINGS = `select s.school_id as "schoolId", s.name as school, t.titles, v.*, ${AVERAGE}
  from ${SCHOOLS}
  cross join lateral (
    select ${VALUED} from stock_sum_now n where n.school_id = s.school_id and n.stock_state <> 'withdrawn') v
  cross join lateral (
    select count(*)::int as titles from (
      select distinct title_id from copy where school_id = s.school_id and stock_state <> 'withdrawn') d) t
  order by s.school_id`;
/** The titles that have a copy, and what has changed of them since the sums were put together. */
const OF_COUNTY = `
  with changed as (
    select c.title_id, coalesce(s.volumes, 0) as before, coalesce(s.volumes, 0) + sum(c.volumes) as after
    from title_sum_change c left join title_sum s on s.title_id = c.title_id group by c.title_id, s.volumes
  )
  select null as "schoolId", null as school, t.titles, v.*, ${AVERAGE}
  from (select ${VALUED} from stock_sum_now n where n.stock_state <> 'withdrawn') v
  cross join (
    select ((select count(*) from title_sum where volumes > 0)
      + coalesce((select sum((after > 0)::int - (before > 0)::int) from changed), 0))::int as titles) t`;

const at = (name: string, lending: string, stock = 'true'): string =>
  `coalesce(sum(n.copies) filter (where ${stock} and n.lending = '${lending}' and n.stock_state <> 'withdrawn'), 0)::int as "${name}"`;
const on = (name: string, stock: string): string => at(name, 'in', `n.stock_state = '${stock}'`);
const RECONCILIATION = `select s.school_id as "schoolId", s.name as school, b.*, c.*
  from ${SCHOOLS}
  cross join lateral (
    select coalesce(sum(n.accessions), 0)::int as accessions, coalesce(sum(n.withdrawals), 0)::int as withdrawals,
           coalesce(sum(n.volumes), 0)::int as balance, coalesce(sum(n.fen), 0)::float8 as "balanceFen",
           coalesce(sum(greatest(n.volumes, 0)), 0)::int as classes
    from register_sum_now n where n.school_id = s.school_id) b
  cross join lateral (
    select coalesce(sum(n.copies) filter (where n.stock_state <> 'withdrawn'), 0)::int as copies,
           coalesce(sum(n.fen) filter (where n.stock_state <> 'withdrawn'), 0)::float8 as "copiesFen",
           ${on('onShelf', 'lendable')}, ${on('readingRoom', 'reading-room')}, ${on('processing', 'processing')},
           ${on('repair', 'repair')}, ${on('missing', 'missing')}, ${at('onLoan', 'on-loan')},
           ${at('holdShelf', 'hold-shelf')}, ${at('inTransit', 'in-transit')}, ${at('lost', 'lost')},
           coalesce(sum(n.copies) filter (where n.stock_state = 'withdrawn'
             and n.lending in ('on-loan', 'hold-shelf', 'in-transit')), 0)::int as "withdrawnButOut"
    from stock_sum_now n where n.school_id = s.school_id) c
  order by s.school_id`;

/** What schools hold, and whether their books say the same. */
@Injectable()
export class HoldingsQuery {
  constructor(private readonly lists: Lists) {}

  /** The county asks for all schools: the first line is the county's. */
  async holdings(input: HoldingsAsked, schoolId: SchoolId | null): Promise<Page<HoldingsLine>> {
    const page = await this.bySchool<HoldingsLine>(HOLDINGS, input, schoolId);
    if (schoolId !== null || (input.cursor ?? '') !== '') return page;
    const county = await this.lists.rows<HoldingsLine>(OF_COUNTY);
    return { ...page, items: [...county, ...page.items] };
  }

  async reconciliation(input: HoldingsAsked, schoolId: SchoolId | null): Promise<Page<ReconciliationLine>> {
    const page = await this.bySchool<BooksAndCopies & { schoolId: string; school: string }>(
      RECONCILIATION,
      input,
      schoolId,
    );
    return { ...page, items: page.items.map((line) => ({ ...line, differing: differencesOf(line) })) };
  }

  private async bySchool<Line extends { readonly schoolId: string | null }>(
    text: string,
    input: HoldingsAsked,
    schoolId: SchoolId | null,
  ): Promise<Page<Line>> {
    const after = afterCursor(input.cursor, 1);
    const limit = Math.min(input.limit, MOST_SCHOOLS);
    const rows = await this.lists.rows<Line>(text, [
      schoolId,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.schoolId ?? ''],
    );
  }
}
