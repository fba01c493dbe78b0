import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type {
  PurchaseBatchView,
  PurchasesAsked,
  PurchaseSumsAsked,
  PurchaseSumView,
  Stretch,
} from './purchases.http.js';

const AVERAGE = 'case when volumes = 0 then null else round(fen / volumes)::int end as "averageFen"';
const BETWEEN = (day: string): string =>
  `${day} between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')`;

/** What came by no delivery sorts by its batch, before the deliveries of its day. */
const BATCH_AS_ID = `lpad(to_hex(b.number), 32, '0')::uuid`;
/**
 * Batches that were paid for, in the order of their days: accepted deliveries, and what was entered without one. Of each
 * as many as the page has, so that both walk along their index.
 */
const REGISTER = `with page as (
    (select d.settled_on as day, d.id as sort, d.id as delivery_id, null::int as batch
     from delivery d
     where d.school_id = $1 and d.status = 'accepted' and d.source not in ('donation', 'central-purchase')
       and ${BETWEEN('d.settled_on')}
       and (d.settled_on, d.id) > ($4::date, $5::uuid)
     order by d.settled_on, d.id limit $6)
    union all
    (select b.bought_on, ${BATCH_AS_ID}, null, b.number
     from register_batch b
     where b.school_id = $1 and b.bought_on is not null and ${BETWEEN('b.bought_on')}
       and b.bought_on >= $4::date and (b.bought_on, ${BATCH_AS_ID}) > ($4::date, $5::uuid)
     order by b.bought_on, b.number limit $6)
    order by day, sort limit $6
  )
  select p.sort, p.delivery_id as "deliveryId", p.day::text as "acceptedOn",
    coalesce(p.batch, r.batch) as batch, coalesce(d.source, 'without-delivery') as source, o.name as "order",
    v.name as vendor, d.origin, b.bought_reason as reason, coalesce(d.document_number, b.document_number) as "documentNumber",
    s.titles, s.volumes, s.fen::float8 as fen, ${AVERAGE},
    coalesce(d.first_accession_number, n.first) as "firstAccessionNumber",
    coalesce(d.last_accession_number, n.last) as "lastAccessionNumber"
  from page p
  left join delivery d on d.id = p.delivery_id
  left join purchase_order o on o.id = d.order_id
  left join vendor v on v.id = o.vendor_id
  left join register_batch b on b.school_id = $1 and b.number = p.batch
  left join lateral (
    select min(c.accession_number) as first, max(c.accession_number) as last
    from register_line l join copy c on c.id = l.copy_id
    where l.school_id = $1 and l.batch = p.batch) n on true
  left join lateral (
    select l.batch from copy c join register_line l on l.copy_id = c.id and l.kind = 'accession'
    where c.school_id = $1 and c.accession_number = d.first_accession_number) r on true
  cross join lateral (
    select count(distinct w.title_id)::int as titles, coalesce(sum(w.volumes), 0)::int as volumes,
      coalesce(sum(w.fen), 0)::numeric as fen
    from (
      select l.title_id, l.received as volumes, l.received::bigint * l.unit_price_fen as fen
      from delivery_line l where l.delivery_id = p.delivery_id and l.received > 0
      union all
      select l.title_id, l.volumes, l.fen from register_line l where l.school_id = $1 and l.batch = p.batch) w) s
  order by p.day, p.sort`;

/** Which stretch a day is of; terms are those of the school, and where they overlap the one that began last. */
const STRETCH: Readonly<Record<Stretch, string>> = {
  term: `coalesce((select t.name from known_term t where t.school_id = $1 and d.on_day between t.starts_on and t.ends_on
    order by t.starts_on desc limit 1), '-')`,
  'school-year': `(select y::text || '–' || (y + 1)::text
    from (select extract(year from d.on_day - interval '8 months')::int as y) s)`,
  year: 'extract(year from d.on_day)::int::text',
};
const SUMS = (by: Stretch): string => `with of_days as (
    select d.on_day, d.delivery_id, d.batch, d.title_id, d.volumes, d.fen
    from bought d where d.school_id = $1 and ${BETWEEN('d.on_day')}
  ), days as (
    select d.on_day, ${STRETCH[by]} as period from (select distinct on_day from of_days) d
  ), summed as (
    select days.period, grouping(days.period) as is_total, min(b.on_day) as began,
      count(distinct coalesce(b.delivery_id::text, b.batch::text))::int as batches,
      count(distinct b.title_id) filter (where b.volumes > 0)::int as titles, coalesce(sum(b.volumes), 0)::int as volumes,
      coalesce(sum(b.fen), 0)::numeric as fen
    from of_days b join days on days.on_day = b.on_day
    group by grouping sets ((days.period), ())
  )
  select case when is_total = 1 then 'total' else period end as period, batches, titles, volumes, fen::float8 as fen, ${AVERAGE}
  from summed order by is_total, began`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What was bought: questions to accepted deliveries, and to what was entered without one (CAT-013, CAT-014). */
@Injectable()
export class PurchasesQuery {
  constructor(private readonly lists: Lists) {}

  async register(input: PurchasesAsked, schoolId: SchoolId): Promise<Page<PurchaseBatchView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<PurchaseBatchView & { readonly sort: string }>(REGISTER, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      after === null ? '-infinity' : String(after[0]),
      after === null ? FIRST_ID : String(after[1]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ sort: _, ...batch }) => batch,
      ({ acceptedOn, sort }) => [acceptedOn, sort],
    );
  }

  /** All at once: a school has so many terms. */
  async sums(input: PurchaseSumsAsked, schoolId: SchoolId): Promise<Page<PurchaseSumView>> {
    // There is no second page; what is no cursor is refused as it is everywhere.
    if (afterCursor(input.cursor, 1) !== null) return { items: [], nextCursor: null };
    const items = await this.lists.rows<PurchaseSumView>(SUMS(input.by ?? 'term'), [
      schoolId,
      input.from ?? null,
      input.to ?? null,
    ]);
    return { items, nextCursor: null };
  }
}
