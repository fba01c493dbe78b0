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
import { FINDING_VIEW, PATROL_VIEW } from './shelf-patrol.row.js';
import type {
  PatrolDay,
  PatrolDaysAsked,
  PatrolFinding,
  PatrolFindingsAsked,
  PatrolsAsked,
  PatrolView,
} from './shelf-patrols.http.js';

const LIST = `${PATROL_VIEW}
  where p.school_id = $1 and ($2::uuid is null or p.location_id = $2)
    and p.walked_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::date is null or (p.walked_on, p.id) < ($5::date, $6::uuid))
  order by p.walked_on desc, p.id desc limit $7`;
const FINDINGS = `${FINDING_VIEW}
  where f.patrol_id = $1 and f.position > $2 and ($3::boolean is not true or f.put_right_on is null)
  order by f.position limit $4`;
const LAST_DAY = `least(coalesce($3::date, $4::date), $5::date - 1)`;
/** Newest day first, days without a patrol, too; no more days are made than a page shows. */
const DAYS = `select day::date::text as day, w.patrols, w.places, w.scanned, w.misplaced, w."putRight"
  from (
    select day from generate_series(greatest(coalesce($2::date, $4::date - 30), ${LAST_DAY} - $6::int)::timestamp,
      ${LAST_DAY}::timestamp, interval '1 day') day
    order by day desc limit $6) asked
  cross join lateral (
    select count(*)::int as patrols, count(distinct p.location_id)::int as places, coalesce(sum(p.scanned), 0)::int as scanned,
      coalesce(sum(f.misplaced), 0)::int as misplaced, coalesce(sum(f.put_right), 0)::int as "putRight"
    from shelf_patrol p cross join lateral (
      select count(*) as misplaced, count(f.put_right_on) as put_right
      from shelf_patrol_finding f where f.patrol_id = p.id) f
    where p.school_id = $1 and p.walked_on = day::date) w
  order by day desc`;

/** The patrols of a school, what they found, and its days. */
@Injectable()
export class ShelfPatrolsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: PatrolsAsked, schoolId: SchoolId): Promise<Page<PatrolView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<PatrolView>(LIST, [
      schoolId,
      input.locationId ?? null,
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
      (row) => [row.walkedOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<PatrolView> {
    const [row] = await this.lists.rows<PatrolView>(`${PATROL_VIEW} where p.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async findings({ id }: PatrolView, input: PatrolFindingsAsked): Promise<Page<PatrolFinding>> {
    const rows = await this.lists.rows<PatrolFinding>(FINDINGS, [
      id,
      numberAfter(input.cursor),
      input.open ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ position }) => [position],
    );
  }

  async days(input: PatrolDaysAsked, schoolId: SchoolId, today: CalendarDay): Promise<Page<PatrolDay>> {
    const rows = await this.lists.rows<PatrolDay>(DAYS, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      today,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ day }) => [day],
    );
  }
}
