import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, type Caller, type Page } from '@shulian/service-kit';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { takenAt } from '../check-in/issue.row.js';
import { OFFICE_ISSUES, PERSONAL_COLUMNS, PERSONAL_ISSUES } from './distribution.row.js';
import type {
  AllotmentsListAsked,
  AllotmentView,
  PersonalDeliveriesAsked,
  PersonalDeliveryView,
  DistributionAsked,
  DistributionView,
  PersonalsListAsked,
  PersonalView,
  VacationAsked,
  VacationView,
} from './distribution.http.js';

const ALLOTMENTS = `select a.office, a.title_id as "serialId", t.title, s.kind, a.year, a.copies
  from serial_allotment a join serial s on s.title_id = a.title_id join title t on t.id = a.title_id
  where a.school_id = $1 and a.year = $2 and ($3::text is null or a.office = $3) and ($4::text is null or s.kind = $4)
    and ($5::text is null or (a.office collate "C", a.title_id) > ($5::text collate "C", $6::uuid))
  order by a.office collate "C", a.title_id limit $7`;
const DISTRIBUTION = `select c.received_on::text as "receivedOn", a.office, i.id as "issueId", t.title, s.kind, i.year, i.label, a.copies,
    h.handed_on::text as "handedOn"
  ${OFFICE_ISSUES} join serial s on s.title_id = i.title_id join title t on t.id = i.title_id
  left join office_handout h on h.school_id = a.school_id and h.issue_id = i.id and h.office = a.office
  where a.school_id = $1 and c.received_on between $2::date and $3::date and ($4::text is null or a.office = $4)
    and ($5::text is null or s.kind = $5)
    and ($6::date is null or (c.received_on, a.office collate "C", i.id) > ($6::date, $7::text collate "C", $8::uuid))
  order by c.received_on, a.office collate "C", i.id limit $9`;
const PERSONALS = `select ${PERSONAL_COLUMNS}
  from personal_subscription p join serial s on s.title_id = p.title_id join title t on t.id = p.title_id
  where p.school_id = $1 and ($2::uuid[] is null or p.class_id = any($2::uuid[])) and ($3::uuid is null or p.class_id = $3)
    and ($4::uuid is null or p.title_id = $4) and ($5::uuid is null or p.id > $5)
  order by p.id limit $6`;
/** By class, so that each gets its pile. */
const DELIVERIES = `select p.id as "subscriptionId", i.id as "issueId", c.received_on::text as "receivedOn", p.reader_id as "readerId",
    p.class_id as "classId", t.title, s.kind, i.year, i.label, p.copies, h.handed_on::text as "handedOn",
    coalesce(p.class_id, '00000000-0000-0000-0000-000000000000') as pile
  ${PERSONAL_ISSUES} join serial s on s.title_id = i.title_id join title t on t.id = i.title_id
  left join personal_handout h on h.subscription_id = p.id and h.issue_id = i.id
  where p.school_id = $1 and ($2::uuid[] is null or p.class_id = any($2::uuid[])) and ($3::uuid is null or p.class_id = $3)
    and c.received_on between $4::date and $5::date
    and case $6::text when 'to-hand-out' then h.issue_id is null when 'handed-out' then h.issue_id is not null else true end
    and ($7::uuid is null or (coalesce(p.class_id, '00000000-0000-0000-0000-000000000000'), p.id, i.id)
      > ($7::uuid, $8::uuid, $9::uuid))
  order by pile, p.id, i.id limit $10`;
/** Between the last term that has ended and the one after it, or today. */
const VACATION = `with ended as (
    select ends_on from known_term where school_id = $1 and ends_on < coalesce(
      (select max(starts_on) from known_term where school_id = $1 and starts_on <= $2::date and ends_on >= $2::date), $2::date)
    order by ends_on desc limit 1
  ), vacation as (
    select e.ends_on + 1 as first, coalesce((select min(k.starts_on) - 1 from known_term k
      where k.school_id = $1 and k.starts_on > e.ends_on and k.starts_on <= $2::date), $2::date) as last
    from ended e
  ), issue as (
    select i.id as "issueId", t.title, s.kind, i.year, i.label, i.due_on, coalesce(e.copies, 0) as expected,
      c.received_on, c.displayed_on, e.library,
      (select count(*) from serial_allotment a where a.school_id = $1 and a.title_id = i.title_id and a.year = i.year
        and not exists (select from office_handout h where h.school_id = $1 and h.issue_id = i.id and h.office = a.office))
      + (select count(*) from personal_subscription p where p.school_id = $1 and p.title_id = i.title_id
        and i.due_on between p.starts_on and p.ends_on
        and not exists (select from personal_handout h where h.subscription_id = p.id and h.issue_id = i.id)) as "toHandOut"
    from vacation v join serial_issue i on i.due_on between v.first and v.last and i.first is not null
    join serial s on s.title_id = i.title_id join title t on t.id = i.title_id ${takenAt('$1')}
    left join serial_receipt c on c.issue_id = i.id and c.school_id = $1
    where e.copies is not null
  )
  select "issueId", title, kind, year, label, due_on::text as "dueOn", expected, received_on::text as "receivedOn",
    displayed_on::text as "displayedOn", "toHandOut"::int as "toHandOut"
  from issue
  where ($3 = 'all' or received_on is null or (library is not null and displayed_on is null) or "toHandOut" > 0)
    and ($4::date is null or (due_on, "issueId") > ($4::date, $5::uuid))
  order by due_on, "issueId" limit $6`;

/** To whom things go, what is to be handed out, and what the vacation left. */
@Injectable()
export class DistributionQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async allotments(asked: AllotmentsListAsked, schoolId: SchoolId): Promise<Page<AllotmentView>> {
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<AllotmentView>(ALLOTMENTS, [
      schoolId,
      asked.year ?? Number(this.clock.today().slice(0, 4)),
      asked.office ?? null,
      asked.kind ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ office, serialId }) => [office, serialId],
    );
  }

  async distribution(asked: DistributionAsked, schoolId: SchoolId): Promise<Page<DistributionView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 3);
    const rows = await this.lists.rows<DistributionView>(DISTRIBUTION, [
      schoolId,
      asked.from ?? today,
      asked.to ?? today,
      asked.office ?? null,
      asked.kind ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ receivedOn, office, issueId }) => [receivedOn, office, issueId],
    );
  }

  async personals(
    caller: Caller,
    asked: PersonalsListAsked,
    schoolId: SchoolId,
  ): Promise<Page<PersonalView>> {
    const rows = await this.lists.rows<PersonalView>(PERSONALS, [
      schoolId,
      classesOf(caller, schoolId),
      asked.classId ?? null,
      asked.serialId ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async deliveries(
    caller: Caller,
    asked: PersonalDeliveriesAsked,
    schoolId: SchoolId,
  ): Promise<Page<PersonalDeliveryView>> {
    const today = this.clock.today();
    const after = afterCursor(asked.cursor, 3);
    const rows = await this.lists.rows<PersonalDeliveryView & { readonly pile: string }>(DELIVERIES, [
      schoolId,
      classesOf(caller, schoolId),
      asked.classId ?? null,
      asked.from ?? today,
      asked.to ?? today,
      asked.show,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      ({ pile: _, ...row }): PersonalDeliveryView => row,
      ({ pile, subscriptionId, issueId }) => [pile, subscriptionId, issueId],
    );
  }

  async vacation(asked: VacationAsked, schoolId: SchoolId): Promise<Page<VacationView>> {
    const after = afterCursor(asked.cursor, 2);
    const rows = await this.lists.rows<VacationView>(VACATION, [
      schoolId,
      this.clock.today(),
      asked.show,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ]);
    return pageOf(
      rows,
      asked.limit,
      (row) => row,
      ({ dueOn, issueId }) => [dueOn, issueId],
    );
  }
}

/** Null: all of the school; else those that the caller works for. */
const classesOf = (caller: Caller, schoolId: SchoolId): string[] | null =>
  reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()];
