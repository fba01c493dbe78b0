import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { CardPoliciesQuery } from '../card-policies/card-policies.query.js';
import { gradeForCard, isEntitled, KINDS_OF_POLICY } from '../card-policies/rules/entitlement.js';
import { CardsQuery } from '../cards/cards.query.js';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { numberOfCursor, textOfCursor } from '../plain-text.http.js';
import { IS_CLASS_OF_WINDOW, IS_NEWCOMER, WINDOW_COLUMNS } from './card-window.row.js';
import type {
  ApplicationsListAsked,
  ApplicationView,
  Newcomer,
  NewcomersAsked,
  WindowClass,
  WindowsAsked,
  WindowView,
} from './card-windows.http.js';
import { stateOn, type CardWindow } from './rules/card-window.js';

const LIST = `select ${WINDOW_COLUMNS} from card_window w
  where w.school_id = $1 and ($2::text is null or w.kind = $2)
    and ($3::date is null or (w.opens_on, w.id) < ($3::date, $4::uuid))
  order by w.opens_on desc, w.id desc limit $5`;
const CLASSES = `select k.id as "classId", k.section, k.entry_year as "entryYear", k.class_no as "classNo", n.pupils,
    n.with_card as "withCard", a.applied, a.withdrawn, a.declined, c.acknowledged_on::text as "acknowledgedOn",
    c.confirmed_on::text as "confirmedOn"
  from card_window w join school_class k on ${IS_CLASS_OF_WINDOW}
  left join card_window_class c on c.window_id = w.id and c.class_id = k.id
  cross join lateral (select count(*)::int as pupils, count(d.id)::int as with_card from reader r
    left join card d on d.reader_id = r.id and d.status = 'active'
    where r.class_id = k.id and r.kind = 'student' and r.left_on is null) n
  cross join lateral (select (count(*) filter (where a.state = 'applied'))::int as applied,
      (count(*) filter (where a.state = 'withdrawn'))::int as withdrawn,
      (count(*) filter (where a.state = 'declined'))::int as declined
    from card_application a where a.window_id = w.id and a.class_id = k.id) a
  where w.id = $1 and ($2::uuid[] is null or k.id = any($2))
    and ($3::int is null or (k.entry_year, k.class_no, k.section) > ($3::int, $4::int, $5::text))
  order by k.entry_year, k.class_no, k.section limit $6`;
const NEWCOMERS = `select r.id as "readerId", r.name, r.kind, r.class_id as "classId", k.section, k.entry_year as "entryYear",
    k.class_no as "classNo", r.enrolled_on::text as "enrolledOn", c.number as "cardNumber", c.issued_on::text as "issuedOn"
  from card_window w join reader r on r.school_id = w.school_id left join school_class k on k.id = r.class_id
  left join card c on c.reader_id = r.id and c.status = 'active'
  where w.id = $1 and ${IS_NEWCOMER} and ($2::uuid is null or r.class_id = $2) and ($3::boolean is not true or c.id is null)
    and ($4::uuid is null or r.id > $4)
  order by r.id limit $5`;
const APPLICATIONS = `select a.id, a.reader_id as "readerId", r.name, a.state, a.why, a.applied_on::text as "appliedOn",
    a.settled_on::text as "settledOn", c.number as "cardNumber"
  from card_application a join reader r on r.id = a.reader_id left join card c on c.reader_id = r.id and c.status = 'active'
  where a.window_id = $1 and a.class_id = $2 and ($3::text is null or a.state = $3) and ($4::uuid is null or a.id > $4)
  order by a.id limit $5`;

type Found = Omit<Newcomer, 'className' | 'entitled'> &
  Omit<PlaceOfClass, 'section'> & {
    readonly section: PlaceOfClass['section'] | null;
  };

type FoundClass = PlaceOfClass & Omit<WindowClass, 'className'>;

export const toWindowView = (window: CardWindow, today: CalendarDay): WindowView => ({
  ...window,
  state: stateOn(window, today),
});

const toWindowClass = (
  { section, entryYear, classNo, ...told }: FoundClass,
  today: CalendarDay,
): WindowClass => ({ ...told, className: nameOn({ section, entryYear, classNo }, today) });

/** Windows for cards, the notices to class teachers, who applies and who is new. Whoever shows names also logs the read. */
@Injectable()
export class CardWindowsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly policies: CardPoliciesQuery,
    private readonly cards: CardsQuery,
    private readonly clock: Clock,
  ) {}

  async page(input: WindowsAsked, schoolId: SchoolId): Promise<Page<WindowView>> {
    const after = afterCursor(input.cursor, 2)?.map(textOfCursor);
    const values = [schoolId, input.kind ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1];
    const rows = await this.lists.rows<CardWindow>(LIST, values);
    const today = this.clock.today();
    return pageOf(
      rows,
      input.limit,
      (row) => toWindowView(row, today),
      ({ opensOn, id }) => [opensOn, id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<WindowView> {
    const [row] = await this.database.rows<CardWindow>(
      `select ${WINDOW_COLUMNS} from card_window w where w.id = $1`,
      [id],
    );
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return toWindowView(row, this.clock.today());
  }

  /** The classes of a window; a teacher sees the own ones. */
  async classes(
    caller: Caller,
    window: WindowView,
    input: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<WindowClass>> {
    const today = this.clock.today();
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<FoundClass>(CLASSES, [
      window.id,
      reachesSchool(caller.reach, window.schoolId) ? null : [...caller.reach.classes.keys()],
      ...(after?.slice(0, 2).map(numberOfCursor) ?? [null, null]),
      ...(after?.slice(2).map(textOfCursor) ?? [null]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => toWindowClass(row, today),
      ({ section, entryYear, classNo }) => [entryYear, classNo, section],
    );
  }

  /** One class of a window, as the transaction that changed it sees it. */
  async classOf(rows: Rows, window: WindowView, classId: SchoolClassId): Promise<WindowClass> {
    const [row] = await rows.rows<FoundClass>(CLASSES, [window.id, [classId], null, null, null, 1]);
    if (row === undefined) throw new Error('the class is not in the window');
    return toWindowClass(row, this.clock.today());
  }

  async newcomers(window: WindowView, input: NewcomersAsked): Promise<Page<Newcomer>> {
    const today = this.clock.today();
    const { grades, kinds } = await this.policies.of(window.schoolId as SchoolId);
    const policy = { grades, kinds: KINDS_OF_POLICY.filter((kind) => kinds.includes(kind)) };
    const rows = await this.lists.rows<Found>(NEWCOMERS, [
      window.id,
      input.classId ?? null,
      input.without ?? false,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      ({ section, entryYear, classNo, ...row }) => {
        const place = section === null ? null : { section, entryYear, classNo };
        const grade = place === null ? null : gradeForCard(place, today);
        return {
          ...row,
          className: place === null ? null : nameOn(place, today),
          entitled: isEntitled(policy, { kind: row.kind, grade }),
        };
      },
      ({ readerId }) => [readerId],
    );
  }

  /** @throws Problem 404 for a window or class out of reach */
  async applications(
    caller: Caller,
    input: ApplicationsListAsked,
  ): Promise<Page<ApplicationView> & { readonly schoolId: string }> {
    const { schoolId } = await this.byId(caller, input.windowId);
    await this.cards.classInReach(caller, input.classId as SchoolClassId);
    const rows = await this.lists.rows<ApplicationView>(APPLICATIONS, [
      input.windowId,
      input.classId,
      input.state ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    const page = pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
    return { ...page, schoolId };
  }
}
