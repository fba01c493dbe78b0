import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { afterCursor, Clock, Lists, pageOf, unknownThing, type Caller, type Page, type Rows } from '@shulian/service-kit'; // prettier-ignore
import { pageOfWhole } from '../library-rooms/whole-list.query.js';
import { CLASS_COLUMNS, nameOfClass, type ClassRow } from '../rotation/rotation.row.js';
import { SESSION_VIEW } from './room-session.row.js';
import type { RoomSessionsAsked, RoomSessionView, SessionCopies, SessionCopiesAsked, SessionCopiesOfTitle, SessionTotal, SessionTotalsAsked } from './room-sessions.http.js'; // prettier-ignore

const LIST = `${SESSION_VIEW}
  where s.school_id = $1 and ($2::uuid is null or s.room_id = $2) and ($3::uuid is null or s.class_id = $3)
    and ($4::text is null or s.status = $4) and s.on_day between coalesce($5::date, '-infinity') and coalesce($6::date, 'infinity')
    and ($7::date is null or (s.on_day, s.starts, s.id) > ($7::date, $8, $9::uuid))
  order by s.on_day, s.starts, s.id limit $10`;
const TOTALS = `select s.class_id as "classId", s.kind, s.subject, count(*)::int as sessions,
    coalesce(sum((select sum(v.persons) from room_visit v where v.session_id = s.id)), 0)::int as persons
  from room_session s where s.school_id = $1 and s.on_day between $2 and $3 and s.status = 'booked'
  group by s.class_id, s.kind, s.subject`;
const CLASSES = `select ${CLASS_COLUMNS} from known_class kc where kc.class_id = any($1::uuid[])`;
const PUPILS = `select count(*)::int as n from known_reader where class_id = $1 and standing = 'active' and kind = 'student'`;
const SOUND = `c.stock_state in ('lendable', 'reading-room') and coalesce(l.state, 'in') = 'in'`;
const COPIES_OF_TITLES = `select t.id as "titleId", k.title, count(c.copy_id)::int as copies,
    (count(c.copy_id) filter (where ${SOUND}))::int as available
  from unnest($2::uuid[]) with ordinality as t(id, n) left join known_title k on k.title_id = t.id
  left join known_copy c on c.title_id = t.id and c.school_id = $1 and c.stock_state <> 'withdrawn'
  left join lent_copy l on l.copy_id = c.copy_id
  group by t.id, k.title, t.n order by t.n`;
/** As many as are wanted are enough to count: a school has tens of thousands. */
const COPIES_OF_SHELF = `select count(*)::int as n from (
  select from known_copy c left join lent_copy l on l.copy_id = c.copy_id
  where c.school_id = $1 and c.kind in ('book', 'periodical') and ${SOUND}
    and (cardinality($2::text[]) = 0 or exists (select from unnest($2::text[]) p where c.clc like p || '%')) limit $3) enough`;

type Row = Omit<RoomSessionView, 'className'> &
  Omit<ClassRow, 'classId' | 'schoolId'> & { readonly zone: string; readonly askedBy: string };

/** What rooms are booked for. */
@Injectable()
export class RoomSessionsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(schoolId: SchoolId, input: RoomSessionsAsked): Promise<Page<RoomSessionView>> {
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<Row>(LIST, [schoolId, input.roomId ?? null, input.classId ?? null, input.status ?? null, input.from ?? null, input.to ?? null, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, input.limit + 1]); // prettier-ignore
    return pageOf(rows, input.limit, toSessionView, (row) => [row.on, row.from, row.id]);
  }

  async byIds(ids: readonly string[], rows: Rows): Promise<RoomSessionView[]> {
    const found = await rows.rows<Row>(
      `${SESSION_VIEW} where s.id = any($1::uuid[]) order by s.on_day, s.id`,
      [ids],
    );
    return found.map(toSessionView);
  }

  /** @throws Problem 404 out of reach */
  async own(
    caller: Caller,
    id: string,
    rows: Rows = this.lists,
  ): Promise<RoomSessionView & { readonly schoolId: SchoolId }> {
    const [row] = await rows.rows<Row>(`${SESSION_VIEW} where s.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return { ...toSessionView(row), schoolId: row.schoolId as SchoolId };
  }

  /** Whether there is something to read for everybody (CIR-024). @throws Problem 404 out of reach */
  async copies(caller: Caller, id: string, input: SessionCopiesAsked): Promise<SessionCopies> {
    const session = await this.own(caller, id);
    const [pupils] = await this.lists.rows<{ n: number }>(PUPILS, [session.classId]);
    const readers = pupils?.n ?? 0;
    const wanted = readers * input.perReader;
    const titles =
      session.titleIds.length === 0
        ? []
        : await this.lists.rows<SessionCopiesOfTitle>(COPIES_OF_TITLES, [session.schoolId, session.titleIds]);
    const available =
      titles.length > 0
        ? titles.reduce((sum, each) => sum + each.available, 0)
        : await this.onShelves(session.schoolId, input.clc, Math.max(wanted, 1));
    return {
      readers,
      wanted,
      available,
      enough: available >= wanted,
      missing: Math.max(0, wanted - available),
      titles,
    };
  }

  private async onShelves(schoolId: SchoolId, clc: string | undefined, most: number): Promise<number> {
    const prefixes = clc === undefined ? [] : clc.split(',').filter((each) => each !== '');
    const [row] = await this.lists.rows<{ n: number }>(COPIES_OF_SHELF, [schoolId, prefixes, most]);
    return row?.n ?? 0;
  }

  async totals(schoolId: SchoolId, input: SessionTotalsAsked): Promise<Page<SessionTotal>> {
    const rows = await this.lists.rows<Omit<SessionTotal, 'className'>>(TOTALS, [
      schoolId,
      input.from,
      input.to,
    ]);
    const nameOf = await this.namesOf(rows.flatMap(({ classId }) => classId ?? []), this.clock.today()); // prettier-ignore
    const named = rows
      .map((row) => ({ ...row, className: row.classId === null ? null : (nameOf.get(row.classId) ?? '') }))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    return pageOfWhole(named, input);
  }

  /** What classes are called on a day. */
  async namesOf(classIds: readonly string[], on: CalendarDay): Promise<ReadonlyMap<string, string>> {
    const rows = await this.lists.rows<ClassRow>(CLASSES, [[...new Set(classIds)]]);
    return new Map<string, string>(rows.map((row) => [row.classId, nameOfClass(row, on)]));
  }
}

const keyOf = ({ className, kind, subject, classId }: SessionTotal): string =>
  [className ?? '', classId ?? '', kind, subject ?? ''].join('\u0000');

const toSessionView = (row: Row): RoomSessionView => {
  const { zone: _zone, askedBy: _by, section, entryYear, classNo, ...shown } = row;
  return {
    ...shown,
    className:
      shown.classId === null
        ? null
        : nameOfClass({ classId: shown.classId, schoolId: shown.schoolId, section, entryYear, classNo } as ClassRow, shown.on), // prettier-ignore
  };
};
