import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, invalid, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '../rules/issue-pattern.js';
import { fromIssue, ISSUE_COLUMNS, OF_SCHOOL } from './issue.row.js';
import type { DaysAsked, DayView, IssuesAsked, IssueView } from './issues.http.js';

/** So many days one list looks over: a leap year and a day. */
const MOST_DAYS = 367;

const LIST = `select ${ISSUE_COLUMNS} ${fromIssue('$1')}
  where i.due_on between $2::date and $3::date and ${OF_SCHOOL}
    and ($4::uuid is null or i.title_id = $4) and ($5::text is null or s.kind = $5)
    and case $6::text when 'not-checked-in' then c.id is null when 'checked-in' then c.id is not null
      when 'not-processed' then c.id is not null and c.processed_on is null
      when 'not-displayed' then c.id is not null and c.displayed_on is null else true end
    and ($7::date is null or (i.due_on, i.id) > ($7::date, $8::uuid))
  order by i.due_on, i.id limit $9`;
/** Of each day, the newest first: what was due on it, and what came. */
const DAYS = `with day as (
    select d::date as day from generate_series($2::timestamp, $3::timestamp, interval '1 day') d
    where $4::date is null or d::date < $4::date order by d desc limit $5
  ), issue as (
    select i.due_on, s.kind, c.* from (select min(day) as first, max(day) as last from day) w
    join serial_issue i on i.due_on between w.first and w.last join serial s on s.title_id = i.title_id
    left join lateral (
      select 1 as taken from subscription_round r join subscription_line l on l.round_id = r.id
      where r.school_id = $1 and r.year = i.year and r.status = 'approved' and l.title_id = i.title_id
        and l.verdict = 'accept' limit 1) e on true
    left join serial_receipt c on c.issue_id = i.id and c.school_id = $1
    where e.taken = 1 and i.first is not null
  ), receipt as (
    select c.*, s.kind from (select min(day) as first, max(day) as last from day) w
    join serial_receipt c on c.school_id = $1 and c.received_on between w.first and w.last
    join serial_issue i on i.id = c.issue_id join serial s on s.title_id = i.title_id
  )
  select d.day::text as day, u."newspapersDue", u."newspapersSameDay", u."newspapersDisplayedSameDay",
    r."newspapersReceived", r."periodicalsReceived", r."copiesReceived", u."notCheckedIn", r."notDisplayed"
  from day d
  cross join lateral (
    select (count(*) filter (where i.kind = 'newspaper'))::int as "newspapersDue",
      (count(*) filter (where i.kind = 'newspaper' and i.received_on <= i.due_on))::int as "newspapersSameDay",
      (count(*) filter (where i.kind = 'newspaper' and i.displayed_on <= i.due_on))::int as "newspapersDisplayedSameDay",
      (count(*) filter (where i.id is null))::int as "notCheckedIn"
    from issue i where i.due_on = d.day) u
  cross join lateral (
    select (count(*) filter (where r.kind = 'newspaper'))::int as "newspapersReceived",
      (count(*) filter (where r.kind = 'periodical'))::int as "periodicalsReceived",
      coalesce(sum(r.copies), 0)::int as "copiesReceived",
      (count(*) filter (where r.displayed_on is null))::int as "notDisplayed"
    from receipt r where r.received_on = d.day) r
  order by d.day desc`;

/** What a school waits for, what came, and what each day brought. */
@Injectable()
export class IssuesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a stretch of more than a year */
  async find(asked: IssuesAsked, schoolId: SchoolId): Promise<Page<IssueView>> {
    const [from, to] = this.stretch(asked, 7);
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<IssueView>(LIST, [
      schoolId,
      from,
      to,
      asked.serialId ?? null,
      asked.kind ?? null,
      asked.show,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ dueOn, id }) => [dueOn, id],
    );
  }

  /** @throws Problem 400 for a stretch of more than a year */
  async days(asked: DaysAsked, schoolId: SchoolId): Promise<Page<DayView>> {
    const [from, to] = this.stretch(asked, 28);
    const before = afterCursor(asked.cursor, 1)?.[0] ?? null;
    const rows = await this.lists.rows<DayView>(DAYS, [schoolId, from, to, before, asked.limit + 1]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ day }) => [day],
    );
  }

  private stretch(
    asked: { readonly from?: string; readonly to?: string },
    days: number,
  ): [CalendarDay, CalendarDay] {
    const to = (asked.to ?? this.clock.today()) as CalendarDay;
    const from = (asked.from ?? plusDays(to, -days)) as CalendarDay;
    if (to >= plusDays(from, MOST_DAYS)) throw invalid({ pointer: '?from', code: 'too-long' });
    return [from, to];
  }
}
