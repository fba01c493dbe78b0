import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { REQUEST_VIEW } from './research-request.row.js';
import type {
  RequestMonth,
  RequestMonthsAsked,
  RequestsAsked,
  RequestView,
} from './research-requests.http.js';

const LIST = `${REQUEST_VIEW}
  where q.school_id = $3 and ($4::text is null or q.status = $4)
    and q.asked_on between coalesce($5::date, '-infinity') and coalesce($6::date, 'infinity')
    and ($7::date is null or (q.asked_on, q.id) < ($7::date, $8::uuid)) and ($10::text is null or q.asked_by = $10)
  order by q.asked_on desc, q.id desc limit $9`;

/** Newest month first; a month in which nobody asked has no line. */
const MONTHS = `select date_trunc('month', q.asked_on)::date::text as month, count(*)::int as asked,
    (count(*) filter (where q.status = 'open'))::int as open, (count(*) filter (where q.status = 'answered'))::int as answered,
    (count(*) filter (where q.status = 'declined'))::int as declined,
    (count(*) filter (where coalesce(q.settled_on, $4::date) > q.needed_by))::int as late,
    round(avg(q.settled_on - q.asked_on) * 10)::int as "averageDays", max(q.settled_on - q.asked_on)::int as "longestDays"
  from research_request q
  where q.school_id = $1 and q.asked_on >= date_trunc('month', coalesce($2::date, $4::date - interval '1 year'))
    and q.asked_on < date_trunc('month', coalesce($3::date, $4::date)) + interval '1 month'
    and ($5::date is null or q.asked_on < $5::date)
  group by 1 order by 1 desc limit $6`;

/** What was asked of the library, and how fast it answered. Who does not work in it sees what they asked themselves. */
@Injectable()
export class ResearchRequestsQuery {
  constructor(private readonly lists: Lists) {}

  async list(
    caller: Caller,
    input: RequestsAsked,
    schoolId: SchoolId,
    today: CalendarDay,
  ): Promise<Page<RequestView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<RequestView>(LIST, [
      caller.id,
      today,
      schoolId,
      input.status ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
      seesAll(caller) ? null : caller.id,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.askedOn, row.id],
    );
  }

  async months(
    input: RequestMonthsAsked,
    schoolId: SchoolId,
    today: CalendarDay,
  ): Promise<Page<RequestMonth>> {
    const rows = await this.lists.rows<RequestMonth>(MONTHS, [
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
      ({ month }) => [month],
    );
  }
}

const seesAll = ({ reach: { roles } }: Caller): boolean => roles.has('librarian') || roles.has('school-head');
