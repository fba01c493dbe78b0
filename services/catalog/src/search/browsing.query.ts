import { Injectable } from '@nestjs/common';
import { afterCursor, invalid, Lists, numberAfter, pageOf, type Page } from '@shulian/service-kit';
import { isUUID } from 'class-validator';
import { MAIN_CLASSES } from '../classification/rules/clc-notation.js';
import { compareClc } from '../classification/rules/filing-order.js';
import type {
  ClassesAsked,
  ClassOfTitles,
  NewPurchase,
  NewPurchasesAsked,
  NewTitle,
  NewTitlesAsked,
} from './browsing.http.js';

/** The latest day first; a title that came on two days is there twice. */
const NEW_TITLES = `
  with came as (
    select c.accessioned_on as day, c.title_id, count(*)::int as copies, min(c.call_number) as call_number
    from copy c
    where c.school_id = $1 and c.stock_state <> 'withdrawn'
      and c.accessioned_on between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
      and ($4::uuid is null or exists (select from imported_copy i where i.import_id = $4 and i.copy_id = c.id))
      and ($8::uuid is null or c.id in (
        select l.copy_id from register_batch b join register_line l on l.school_id = b.school_id and l.batch = b.number
        where b.school_id = $1 and b.delivery_id = $8 and l.kind = 'accession'))
      and ($5::date is null or c.accessioned_on <= $5)
    group by c.accessioned_on, c.title_id
    having $5::date is null or (c.accessioned_on, c.title_id) < ($5::date, $6::uuid)
    order by c.accessioned_on desc, c.title_id desc limit $7
  )
  select t.id as "titleId", came.day::text as day, to_char(came.day, 'IYYY-"W"IW') as week, came.copies, t.title,
    t.contributors, t.publisher, t.published_year as "publishedYear", t.isbns[1] as isbn, came.call_number as "callNumber",
    exists (select from title_cover k where k.title_id = t.id) as "hasCover"
  from came join title t on t.id = came.title_id
  order by came.day desc, came.title_id desc`;

/** The newest first. Whom it was bought from and for how much is not for everybody. */
const PURCHASES = `select b.delivery_id as "deliveryId", b.day::text as day, coalesce(o.name, d.campaign) as name, d.source,
    c.titles, c.copies, b.number
  from register_batch b join delivery d on d.id = b.delivery_id left join purchase_order o on o.id = d.order_id
  cross join lateral (
    select count(distinct c.title_id)::int as titles, count(*)::int as copies
    from register_line l join copy c on c.id = l.copy_id and c.stock_state <> 'withdrawn'
    where l.school_id = b.school_id and l.batch = b.number and l.kind = 'accession') c
  where b.school_id = $1 and b.delivery_id is not null and ($2::int = 0 or b.number < $2)
  order by b.number desc limit $3`;

/** The class one sign below, dots left out; `-` for what has none. */
const PART = `case when clc is null then '-' else left(replace(clc, '.', ''), $2) end`;
const counted = (titles: string): string =>
  `${titles}::int as titles, coalesce(bool_or(length(replace(clc, '.', '')) > $2), false) as "hasParts"`;
/** From the sums that are kept: nobody counts a million titles. */
const OF_COUNTY = `select ${PART} as clc, ${counted('sum(titles)')} from (
    select nullif(clc, '') as clc, titles from class_sum_now where $1::text is null or clc like $1) t
  group by 1 having sum(titles) > 0`;
const OF_SCHOOL = `select ${PART} as clc, ${counted('count(distinct id)')} from (
    select distinct clc, title_id as id from copy
    where school_id = $3 and stock_state <> 'withdrawn' and ($1::text is null or clc like $1)) c
  group by 1`;

/** What came, and what stands in each class. */
@Injectable()
export class BrowsingQuery {
  constructor(private readonly lists: Lists) {}

  async newTitles(input: NewTitlesAsked): Promise<Page<NewTitle>> {
    const place = afterCursor(input.cursor, 2);
    if (place !== null && (Number.isNaN(Date.parse(String(place[0]))) || !isUUID(place[1])))
      throw invalid({ pointer: '?cursor', code: 'malformed' });
    const rows = await this.lists.rows<NewTitle>(NEW_TITLES, [
      input.schoolId,
      input.from ?? null,
      input.to ?? null,
      input.importId ?? null,
      place?.[0] ?? null,
      place?.[1] ?? null,
      input.limit + 1,
      input.deliveryId ?? null,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.day, row.titleId],
    );
  }

  async purchases(input: NewPurchasesAsked): Promise<Page<NewPurchase>> {
    const rows = await this.lists.rows<NewPurchase & { readonly number: number }>(PURCHASES, [
      input.schoolId,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ number: _, ...purchase }): NewPurchase => purchase,
      ({ number }) => [number],
    );
  }

  /** In the order of the shelf; a class has a few dozen parts. */
  async classes({ under, schoolId, cursor, limit }: ClassesAsked): Promise<Page<ClassOfTitles>> {
    const stem = under?.replaceAll('.', '') ?? '';
    const values = [stem === '' ? null : patternOf(stem), stem.length + 1];
    const rows = await (schoolId === undefined
      ? this.lists.rows<Omit<ClassOfTitles, 'name'>>(OF_COUNTY, values)
      : this.lists.rows<Omit<ClassOfTitles, 'name'>>(OF_SCHOOL, [...values, schoolId]));
    const from = numberAfter(cursor);
    const parts = rows
      .map((row) => ({
        ...row,
        hasParts: row.hasParts && row.clc !== '-',
        name: MAIN_CLASSES[row.clc] ?? null,
      }))
      .sort((a, b) => (a.clc === '-' ? 1 : b.clc === '-' ? -1 : compareClc(a.clc, b.clc)));
    return pageOf(
      parts.slice(from, from + limit + 1).map((part, at) => ({ part, place: from + at + 1 })),
      limit,
      ({ part }) => part,
      ({ place }) => [place],
    );
  }
}

/** Class numbers are kept with a dot after every third digit. */
const patternOf = (stem: string): string => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(.*)$/.exec(stem) ?? [];
  return `${letters}${(digits.match(/.{1,3}/g) ?? []).join('.')}%`;
};
