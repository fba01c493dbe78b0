import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { CONDITION_FINDING_VIEW, COUNTED_FINDINGS, INSPECTION_VIEW } from './inspection.row.js';
import type {
  ConditionFinding,
  InspectionMonth,
  InspectionMonthsAsked,
  InspectionsAsked,
  InspectionView,
} from './inspections.http.js';

const LIST = `${INSPECTION_VIEW}
  where i.school_id = $1 and ($2::text is null or i.what = $2)
    and i.inspected_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::date is null or (i.inspected_on, i.id) < ($5::date, $6::uuid))
  order by i.inspected_on desc, i.id desc limit $7`;
const FINDINGS = `${CONDITION_FINDING_VIEW}
  where f.inspection_id = $1 and f.position > $2 order by f.position limit $3`;
const LAST_MONTH = `least(date_trunc('month', coalesce($3::date, $4::date)::timestamp), $5::date::timestamp)`;
/** Newest month first, in it books, newspapers, magazines; a month without shows, and no more are made than a page can show. */
const MONTHS = `select month::date::text as month, k.what, d.inspections, d."lastOn", d."lookedAt", d.found, d."toRepair", d."toWeed",
    d."mendedAtOnce", d.inspections = 0 and month::date + interval '1 month' <= $4::date as missed
  from (
    select month, k.what, k.place
    from generate_series(greatest(date_trunc('month', coalesce($2::date, $4::date - interval '1 year')::timestamp),
        ${LAST_MONTH} - make_interval(months => $7::int)), ${LAST_MONTH}, interval '1 month') month
      cross join (values ('books', 1), ('newspapers', 2), ('magazines', 3)) k(what, place)
    where $5::date is null or month::date < $5::date or (month::date = $5::date and k.place > $6::int)
    order by month desc, k.place limit $7) k
  cross join lateral (
    select count(*)::int as inspections, max(i.inspected_on)::text as "lastOn", coalesce(sum(i.looked_at), 0)::int as "lookedAt",
      coalesce(sum(f.found), 0)::int as found, coalesce(sum(f.to_repair), 0)::int as "toRepair",
      coalesce(sum(f.to_weed), 0)::int as "toWeed", coalesce(sum(f.at_once), 0)::int as "mendedAtOnce"
    from condition_inspection i cross join lateral ${COUNTED_FINDINGS} f
    where i.school_id = $1 and i.what = k.what and i.inspected_on >= month::date
      and i.inspected_on < month::date + interval '1 month') d
  order by month desc, k.place`;
const PLACES = ['books', 'newspapers', 'magazines'];

/** The inspections of a school, what they found, and its months. */
@Injectable()
export class InspectionsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: InspectionsAsked, schoolId: SchoolId): Promise<Page<InspectionView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<InspectionView>(LIST, [
      schoolId,
      input.what ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.inspectedOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<InspectionView> {
    const [row] = await this.lists.rows<InspectionView>(`${INSPECTION_VIEW} where i.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async findings(
    { id }: InspectionView,
    input: { readonly cursor?: string; readonly limit: number },
  ): Promise<Page<ConditionFinding>> {
    const rows = await this.lists.rows<ConditionFinding>(FINDINGS, [
      id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ position }) => [position],
    );
  }

  async months(
    input: InspectionMonthsAsked,
    schoolId: SchoolId,
    today: CalendarDay,
  ): Promise<Page<InspectionMonth>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<InspectionMonth>(MONTHS, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      today,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ month, what }) => [month, PLACES.indexOf(what) + 1],
    );
  }
}
