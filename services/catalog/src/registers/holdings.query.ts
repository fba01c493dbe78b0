import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, queryId, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { HoldingsAsked, HoldingsLine, ReconciliationLine } from './holdings.http.js';
import { differencesOf, type BooksAndCopies } from './rules/reconciliation.js';

/** Each line counts all copies of a school: more of them at once would keep others waiting. */
const MOST_SCHOOLS = 50;

/** Schools by id after a cursor, `$1` for one of them. */
const SCHOOLS = `(
    select school_id, name from known_school
    where ($1::uuid is null or school_id = $1) and ($2::uuid is null or school_id > $2)
    order by school_id limit $3) s`;
const HELD = `count(distinct title_id)::int as titles, count(*)::int as volumes,
  round(count(*)::numeric / nullif(count(distinct title_id), 0), 3)::float8 as "averageCopies",
  coalesce(sum(price_fen), 0)::float8 as fen, count(*) filter (where price_fen is null)::int as unpriced,
  round(avg(price_fen))::int as "averageFen"`;
const HOLDINGS = `select s.school_id as "schoolId", s.name as school, c.*
  from ${SCHOOLS} cross join lateral (
    select ${HELD} from copy where school_id = s.school_id and stock_state <> 'withdrawn') c
  order by s.school_id`;
/** Counted title by title: the county's copies are never sorted. */
const OF_COUNTY = `select null as "schoolId", null as school, count(*)::int as titles, coalesce(sum(volumes), 0)::int as volumes,
    round(sum(volumes) / nullif(count(*), 0), 3)::float8 as "averageCopies", coalesce(sum(fen), 0)::float8 as fen,
    coalesce(sum(unpriced), 0)::int as unpriced,
    round(sum(fen) / nullif(sum(volumes - unpriced), 0))::int as "averageFen"
  from (select count(*) as volumes, coalesce(sum(price_fen), 0) as fen, count(*) filter (where price_fen is null) as unpriced
        from copy where stock_state <> 'withdrawn' group by title_id) t`;

const at = (name: string, lending: string, stock = 'true'): string =>
  `count(*) filter (where ${stock} and coalesce(l.state, 'in') = '${lending}' and c.stock_state <> 'withdrawn')::int as "${name}"`;
const on = (name: string, stock: string): string => at(name, 'in', `c.stock_state = '${stock}'`);
const RECONCILIATION = `select s.school_id as "schoolId", s.name as school, b.*, k.*, c.*
  from ${SCHOOLS}
  cross join lateral (
    select count(*) filter (where kind = 'accession')::int as accessions,
           count(*) filter (where kind = 'withdrawal')::int as withdrawals,
           coalesce(sum(volumes), 0)::int as balance, coalesce(sum(fen), 0)::float8 as "balanceFen"
    from register_line where school_id = s.school_id) b
  cross join lateral (
    select coalesce(sum(greatest(volumes, 0)), 0)::int as classes
    from (select sum(volumes) as volumes from register_line where school_id = s.school_id group by main_class) m) k
  cross join lateral (
    select count(*) filter (where c.stock_state <> 'withdrawn')::int as copies,
           coalesce(sum(c.price_fen) filter (where c.stock_state <> 'withdrawn'), 0)::float8 as "copiesFen",
           ${on('onShelf', 'lendable')}, ${on('readingRoom', 'reading-room')}, ${on('processing', 'processing')},
           ${on('repair', 'repair')}, ${on('missing', 'missing')}, ${at('onLoan', 'on-loan')},
           ${at('holdShelf', 'hold-shelf')}, ${at('inTransit', 'in-transit')}, ${at('lost', 'lost')},
           count(*) filter (where c.stock_state = 'withdrawn' and l.state in ('on-loan', 'hold-shelf', 'in-transit'))::int
             as "withdrawnButOut"
    from copy c left join known_lending l on l.copy_id = c.id where c.school_id = s.school_id) c
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
