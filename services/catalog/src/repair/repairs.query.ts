import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { FROM_REPAIR, REPAIR_COLUMNS } from './repair.row.js';
import type { RepairsAsked, RepairView, WeekLine, WeeksAsked } from './repairs.http.js';

export const REPAIRS = `select ${REPAIR_COLUMNS} ${FROM_REPAIR}
  where ($1::uuid is null or r.school_id = $1) and ($2::text is null or r.state = $2) and ($3::text is null or r.source = $3)
    and r.taken_on between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
    and ($6::date is null or (r.taken_on, r.id) < ($6::date, $7::uuid))
    and ($9::uuid is null or r.session_id = $9)
  order by r.taken_on desc, r.id desc limit $8`;

/** Newest week first; what was taken by mistake is neither taken nor mended. */
const WEEKS = `select week::date::text as "weekOf", t.taken, e.mended, e.beyond as "beyondRepair", $4::int as target,
    e.mended >= $4::int as met
  from (
    select week from generate_series(date_trunc('week', coalesce($2::date, $5::date - 77)::timestamp),
      date_trunc('week', coalesce($3::date, $5::date)::timestamp), interval '1 week') week
    where $6::date is null or week::date < $6::date
    order by week desc limit $7) asked
  cross join lateral (
    select count(*)::int as taken from repair r
    where r.school_id = $1 and r.state <> 'not-needed' and r.taken_on >= week::date and r.taken_on < week::date + 7) t
  cross join lateral (
    select count(*) filter (where r.state = 'mended')::int as mended,
           count(*) filter (where r.state = 'beyond-repair')::int as beyond
    from repair r where r.school_id = $1 and r.ended_on >= week::date and r.ended_on < week::date + 7) e
  order by week desc`;

/** The register of repairs and the weeks of mending. */
@Injectable()
export class RepairsQuery {
  constructor(private readonly lists: Lists) {}

  async list(caller: Caller, input: RepairsAsked): Promise<Page<RepairView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<RepairView>(REPAIRS, [
      caller.schoolOrCounty(input.schoolId),
      input.state ?? null,
      input.source ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
      input.sessionId ?? null,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.takenOn, row.id],
    );
  }

  async weeks(input: WeeksAsked, schoolId: SchoolId, today: CalendarDay): Promise<Page<WeekLine>> {
    const rows = await this.lists.rows<WeekLine>(WEEKS, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      input.target,
      today,
      afterCursor(input.cursor, 1)?.[0] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.weekOf],
    );
  }
}
