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

/** Accepted deliveries that were paid for, between two days. */
const BOUGHT = `d.school_id = $1 and d.status = 'accepted' and d.source <> 'donation'
  and d.settled_on between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')`;
const AVERAGE = 'case when volumes = 0 then null else round(fen / volumes)::int end as "averageFen"';

const REGISTER = `select d.id as "deliveryId", d.settled_on::text as "acceptedOn", b.batch, d.source, o.name as "order",
    v.name as vendor, d.origin, d.document_number as "documentNumber", s.titles, s.volumes, s.fen::float8 as fen, ${AVERAGE},
    d.first_accession_number as "firstAccessionNumber", d.last_accession_number as "lastAccessionNumber"
  from delivery d
  left join purchase_order o on o.id = d.order_id
  left join vendor v on v.id = o.vendor_id
  cross join lateral (
    select count(distinct l.title_id)::int as titles, coalesce(sum(l.received), 0)::int as volumes,
      coalesce(sum(l.received::bigint * l.unit_price_fen), 0)::numeric as fen
    from delivery_line l where l.delivery_id = d.id and l.received > 0) s
  left join lateral (
    select r.batch from copy c join register_line r on r.copy_id = c.id and r.kind = 'accession'
    where c.school_id = d.school_id and c.accession_number = d.first_accession_number) b on true
  where ${BOUGHT} and (d.settled_on, d.id) > ($4::date, $5::uuid)
  order by d.settled_on, d.id limit $6`;

/** Which stretch a day is of; terms are those of the school, and where they overlap the one that began last. */
const STRETCH: Readonly<Record<Stretch, string>> = {
  term: `coalesce((select t.name from known_term t where t.school_id = $1 and d.settled_on between t.starts_on and t.ends_on
    order by t.starts_on desc limit 1), '-')`,
  'school-year': `(select y::text || '–' || (y + 1)::text
    from (select extract(year from d.settled_on - interval '8 months')::int as y) s)`,
  year: 'extract(year from d.settled_on)::int::text',
};
const SUMS = (by: Stretch): string => `with bought as (
    select d.id, d.settled_on, ${STRETCH[by]} as period from delivery d where ${BOUGHT}
  ), summed as (
    select b.period, grouping(b.period) as is_total, min(b.settled_on) as began, count(distinct b.id)::int as batches,
      count(distinct l.title_id)::int as titles, coalesce(sum(l.received), 0)::int as volumes,
      coalesce(sum(l.received::bigint * l.unit_price_fen), 0)::numeric as fen
    from bought b left join delivery_line l on l.delivery_id = b.id and l.received > 0
    group by grouping sets ((b.period), ())
  )
  select case when is_total = 1 then 'total' else period end as period, batches, titles, volumes, fen::float8 as fen, ${AVERAGE}
  from summed order by is_total, began`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What was bought: questions to accepted deliveries (CAT-013, CAT-014). */
@Injectable()
export class PurchasesQuery {
  constructor(private readonly lists: Lists) {}

  async register(input: PurchasesAsked, schoolId: SchoolId): Promise<Page<PurchaseBatchView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<PurchaseBatchView>(REGISTER, [
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
      (batch) => batch,
      ({ acceptedOn, deliveryId }) => [acceptedOn, deliveryId],
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
