import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { OFFICE_ISSUES, PERSONAL_COLUMNS, PERSONAL_ISSUES } from './distribution.row.js';
import type { PersonalView } from './distribution.http.js';

/** Who gives copies of one serial to offices waits for another who does. */
const SUBSCRIBED = statement(
  'distribution.subscribed',
  `with held as (
     select r.id from subscription_round r where r.school_id = $1 and r.year = $2 and r.status = 'approved' for update)
   select coalesce(sum(l.copies), 0)::int as copies from held join subscription_line l on l.round_id = held.id
   where l.title_id = $3 and l.verdict = 'accept'`,
);
const CLEAR = statement(
  'distribution.clear',
  'delete from serial_allotment where school_id = $1 and year = $2 and title_id = $3',
);
const ALLOT = statement(
  'distribution.allot',
  `insert into serial_allotment (school_id, year, title_id, office, copies)
   select $1, $2, $3, o.office, o.copies from jsonb_to_recordset($4::jsonb) as o(office text, copies int)`,
);
const HAND_TO_OFFICES = statement(
  'distribution.handToOffices',
  `insert into office_handout (school_id, issue_id, office, handed_on, handed_by)
   select a.school_id, i.id, a.office, $3, $4 ${OFFICE_ISSUES}
   join jsonb_to_recordset($2::jsonb) as w("issueId" uuid, office text) on w."issueId" = i.id and w.office = a.office
   where a.school_id = $1 order by i.id, a.office on conflict do nothing returning issue_id`,
);
const TAKE_FROM_OFFICES = statement(
  'distribution.takeFromOffices',
  `delete from office_handout h using jsonb_to_recordset($2::jsonb) as w("issueId" uuid, office text)
   where h.school_id = $1 and h.issue_id = w."issueId" and h.office = w.office returning h.issue_id`,
);
const HAND_TO_READERS = statement(
  'distribution.handToReaders',
  `insert into personal_handout (subscription_id, issue_id, handed_on, handed_by)
   select p.id, i.id, $3, $4 ${PERSONAL_ISSUES}
   join jsonb_to_recordset($2::jsonb) as w("issueId" uuid, "subscriptionId" uuid)
     on w."issueId" = i.id and w."subscriptionId" = p.id
   where p.school_id = $1 order by p.id, i.id
   on conflict do nothing returning issue_id`,
);
const TAKE_FROM_READERS = statement(
  'distribution.takeFromReaders',
  `delete from personal_handout h using jsonb_to_recordset($2::jsonb) as w("issueId" uuid, "subscriptionId" uuid),
     personal_subscription p
   where p.id = h.subscription_id and p.school_id = $1 and h.issue_id = w."issueId" and h.subscription_id = w."subscriptionId"
   returning h.issue_id`,
);
const OUTSIDE = statement(
  'distribution.outside',
  `select p.id from personal_subscription p
   where p.id = any($1::uuid[]) and (p.class_id is null or p.class_id <> all($2::uuid[])) limit 1`,
);
const SERIALS = statement(
  'distribution.serials',
  'select title_id as id from serial where title_id = any($1::uuid[])',
);
const ENTER = statement(
  'distribution.enter',
  `insert into personal_subscription (id, school_id, reader_id, class_id, title_id, copies, starts_on, ends_on, entered_on,
     entered_by)
   select w.id, $1, w."readerId", w."classId", w."serialId", w.copies, w."startsOn", w."endsOn", $3, $4
   from jsonb_to_recordset($2::jsonb) as w(id uuid, "readerId" uuid, "classId" uuid, "serialId" uuid, copies int,
     "startsOn" date, "endsOn" date)`,
);
const LOCK = statement(
  'distribution.lock',
  `select id, school_id as "schoolId", starts_on::text as "startsOn", ends_on::text as "endsOn"
   from personal_subscription where id = $1 for update`,
);
const HANDED_LATER = statement(
  'distribution.handedLater',
  `select from personal_handout h join serial_issue i on i.id = h.issue_id where h.subscription_id = $1 and i.due_on > $2 limit 1`,
);
const END = statement('distribution.end', 'update personal_subscription set ends_on = $2 where id = $1');
const VIEWS = statement(
  'distribution.views',
  `select ${PERSONAL_COLUMNS} from personal_subscription p join serial s on s.title_id = p.title_id
   join title t on t.id = p.title_id where p.id = any($1::uuid[]) order by p.id`,
);

export type NewPersonal = {
  readonly id: string;
  readonly readerId: ReaderId;
  readonly classId: SchoolClassId | null;
  readonly serialId: TitleId;
  readonly copies: number;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
};
export type ToOffice = { readonly issueId: string; readonly office: string };
export type ToReader = { readonly issueId: string; readonly subscriptionId: string };
type Handed = { readonly on: CalendarDay; readonly by: string };

/** To whom the copies of an issue go, and who has got them. */
export class DistributionRepository {
  constructor(private readonly session: Session) {}

  /** What the library subscribed to; nobody else gives of it to offices until the transaction ends. */
  async subscribed(schoolId: SchoolId, year: number, serialId: TitleId): Promise<number> {
    const rows = await this.session.rows<{ copies: number }>(SUBSCRIBED, [schoolId, year, serialId]);
    return rows[0]?.copies ?? 0;
  }

  async allot(
    schoolId: SchoolId,
    year: number,
    serialId: TitleId,
    offices: readonly { readonly office: string; readonly copies: number }[],
  ): Promise<void> {
    await this.session.rows(CLEAR, [schoolId, year, serialId]);
    await this.session.rows(ALLOT, [schoolId, year, serialId, JSON.stringify(offices)]);
  }

  /** @param how null takes it back */
  async toOffices(schoolId: SchoolId, items: readonly ToOffice[], how: Handed | null): Promise<number> {
    const rows = JSON.stringify(items);
    const changed =
      how === null
        ? await this.session.rows(TAKE_FROM_OFFICES, [schoolId, rows])
        : await this.session.rows(HAND_TO_OFFICES, [schoolId, rows, how.on, how.by]);
    return changed.length;
  }

  /** @param how null takes it back */
  async toReaders(schoolId: SchoolId, items: readonly ToReader[], how: Handed | null): Promise<number> {
    const rows = JSON.stringify(items);
    const changed =
      how === null
        ? await this.session.rows(TAKE_FROM_READERS, [schoolId, rows])
        : await this.session.rows(HAND_TO_READERS, [schoolId, rows, how.on, how.by]);
    return changed.length;
  }

  /** Whether one of them is of a reader of no such class. */
  async anyOutside(subscriptions: readonly string[], classes: readonly string[]): Promise<boolean> {
    return (await this.session.rows(OUTSIDE, [subscriptions, classes])).length > 0;
  }

  async knownSerials(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.session.rows<{ id: string }>(SERIALS, [ids])).map(({ id }) => id));
  }

  async enter(
    schoolId: SchoolId,
    items: readonly NewPersonal[],
    { on, by }: Handed,
  ): Promise<PersonalView[]> {
    await this.session.rows(ENTER, [schoolId, JSON.stringify(items), on, by]);
    return this.views(items.map(({ id }) => id));
  }

  async locked(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly startsOn: string; readonly endsOn: string } | null> {
    const rows = await this.session.rows<{ schoolId: SchoolId; startsOn: string; endsOn: string }>(LOCK, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async handedOutAfter(id: string, day: string): Promise<boolean> {
    return (await this.session.rows(HANDED_LATER, [id, day])).length > 0;
  }

  async end(id: string, on: string): Promise<void> {
    await this.session.rows(END, [id, on]);
  }

  views(ids: readonly string[]): Promise<PersonalView[]> {
    return this.session.rows<PersonalView>(VIEWS, [ids]);
  }
}
