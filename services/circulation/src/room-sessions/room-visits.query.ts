import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';
import { afterCursor, Clock, denied, idAfter, invalid, Lists, pageOf, unknownThing, type Caller, type Page, type Rows } from '@shulian/service-kit'; // prettier-ignore
import { pageOfWhole } from '../library-rooms/whole-list.query.js';
import { CLASS_COLUMNS, gradeOfClass, nameOfClass, type ClassRow } from '../rotation/rotation.row.js';
import type { By, PupilProgress, PupilProgressAsked, RoomVisitsAsked, RoomVisitView, SeatAvailability, SeatAvailabilityAsked, SeatBookingsAsked, SeatBookingView, TeacherReading, TeacherReadingsAsked, VisitProgress, VisitProgressAsked, VisitTargetRow, VisitTotal, VisitTotalsAsked } from './room-visits.http.js'; // prettier-ignore
import { freeSeat } from './rules/session.js';

const VISITS = `select v.id, v.room_id as "roomId", m.name as "roomName", v.session_id as "sessionId", v.on_day::text as "on", v.at,
    v.reader_id as "readerId", v.reader_kind as "readerKind", v.class_id as "classId", kc.section, kc.entry_year as "entryYear",
    kc.class_no as "classNo", v.persons, v.minutes, v.note
  from room_visit v join library_room m on m.id = v.room_id left join known_class kc on kc.class_id = v.class_id`;
const SEATS = `select b.id, b.room_id as "roomId", m.name as "roomName", b.seat, b.reader_id as "readerId", b.on_day::text as "on",
    b.starts as "from", b.ends as "to", case when b.cancelled_at is null then 'booked' else 'cancelled' end as status
  from seat_booking b join library_room m on m.id = b.room_id`;
/** What a total is of: its key, and words where the key is no word. */
const KEYS: Readonly<Record<By, readonly [key: string, words: string]>> = {
  session: [
    'v.session_id::text',
    `max(s.on_day::text || ' ' || s.starts || ' ' || coalesce(s.subject, s.theme, ''))`,
  ],
  class: ['v.class_id::text', 'null'],
  room: ['v.room_id::text', 'max(m.name)'],
  month: [`to_char(v.on_day, 'YYYY-MM')`, `to_char(min(v.on_day), 'YYYY-MM')`],
};
const totalsBy = (by: By): string => {
  const [key, name] = KEYS[by];
  return `select ${key} as key, ${name} as name, sum(v.persons)::int as persons,
      coalesce(sum(v.persons) filter (where coalesce(v.reader_kind, 'student') = 'student'), 0)::int as pupils,
      coalesce(sum(v.persons) filter (where v.reader_kind = 'teacher'), 0)::int as teachers
    from room_visit v join library_room m on m.id = v.room_id left join room_session s on s.id = v.session_id
    where v.school_id = $1 and v.on_day between $2 and $3 ${by === 'session' ? 'and v.session_id is not null' : ''}
    group by ${key}`;
};
/** Every week, every teacher, those who did not come, too. */
const TEACHERS = `select week::date::text as week, r.reader_id as "readerId", count(v.id)::int as visits,
    coalesce(sum(v.minutes), 0)::int as minutes, count(v.id) >= $4 as met
  from generate_series($2::timestamp, $3::timestamp, interval '7 days') as week
  cross join known_reader r
  left join room_visit v on v.reader_id = r.reader_id and v.school_id = $1 and v.on_day between week::date and week::date + 6
  where r.school_id = $1 and r.kind = 'teacher' and r.standing = 'active'
    and ($5::date is null or (week::date, r.reader_id) > ($5::date, $6::uuid))
  group by week, r.reader_id order by week, r.reader_id limit $7`;
const TARGETS =
  'select grade, per_week as "perWeek" from visit_target where school_id = $1 order by grade nulls first';
/** Pupils of classes with their visits of a week. */
const VISITS_OF_WEEK = `select r.reader_id as "readerId", r.class_id as "classId", count(v.id)::int as visits
  from known_reader r left join room_visit v on v.reader_id = r.reader_id and v.on_day between $2 and $3
  where r.class_id = any($1::uuid[]) and r.kind = 'student' and r.standing = 'active' group by r.reader_id, r.class_id`;
const CLASSES = `select ${CLASS_COLUMNS} from known_class kc`;
const TAKEN = `select seat, starts as "from", ends as "to" from seat_booking where room_id = $1 and on_day = $2 and cancelled_at is null`;

type VisitRow = Omit<RoomVisitView, 'className'> & Pick<ClassRow, 'section' | 'entryYear' | 'classNo'>;

/** Who reads in the rooms, how often, and where they sit. */
@Injectable()
export class RoomVisitsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: readonly string[], rows: Rows): Promise<RoomVisitView[]> {
    const found = await rows.rows<VisitRow>(`${VISITS} where v.id = any($1::uuid[]) order by v.id`, [ids]);
    return found.map(toVisitView);
  }

  async list(schoolId: SchoolId, input: RoomVisitsAsked): Promise<Page<RoomVisitView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<VisitRow>(
      `${VISITS} where v.school_id = $1 and ($2::uuid is null or v.room_id = $2) and ($3::uuid is null or v.session_id = $3)
         and ($4::uuid is null or v.class_id = $4) and ($5::text is null or v.reader_kind = $5)
         and v.on_day between coalesce($6::date, '-infinity') and coalesce($7::date, 'infinity')
         and ($8::date is null or (v.on_day, v.id) < ($8::date, $9::uuid)) order by v.on_day desc, v.id desc limit $10`,
      [schoolId, input.roomId ?? null, input.sessionId ?? null, input.classId ?? null, input.readerKind ?? null, input.from ?? null, input.to ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1], // prettier-ignore
    );
    return pageOf(rows, input.limit, toVisitView, (row) => [row.on, row.id]);
  }

  async totals(schoolId: SchoolId, input: VisitTotalsAsked): Promise<Page<VisitTotal>> {
    const rows = await this.lists.rows<Omit<VisitTotal, 'name'> & { name: string | null }>(totalsBy(input.by), [schoolId, input.from, input.to]); // prettier-ignore
    const nameOf = input.by === 'class' ? await this.classNames(rows.flatMap(({ key }) => key ?? [])) : new Map<string, string>(); // prettier-ignore
    const named = rows
      .map((row): VisitTotal => ({
        ...row,
        name: row.name ?? (row.key === null ? '' : (nameOf.get(row.key) ?? '')),
      }))
      .sort((one, other) => (one.name + (one.key ?? '') < other.name + (other.key ?? '') ? -1 : 1));
    return pageOfWhole(named, input);
  }

  private async classNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.lists.rows<ClassRow>(`${CLASSES} where kc.class_id = any($1::uuid[])`, [ids]);
    return new Map<string, string>(rows.map((row) => [row.classId, nameOfClass(row, this.clock.today())]));
  }

  /** @throws Problem 400 for weeks too far apart */
  async teachers(schoolId: SchoolId, input: TeacherReadingsAsked): Promise<Page<TeacherReading>> {
    const [from, to] = [mondayOf(input.from), mondayOf(input.to)];
    if (to < from || to > plusDays(from, 371)) throw invalid({ pointer: '?to', code: 'out-of-range' });
    const after = afterCursor(input.cursor, 2);
    const values = [
      schoolId,
      from,
      to,
      input.perWeek,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ];
    return pageOf(
      await this.lists.rows<TeacherReading>(TEACHERS, values),
      input.limit,
      (row) => row,
      (row) => [row.week, row.readerId],
    );
  }

  targets(schoolId: SchoolId, rows: Rows = this.lists): Promise<VisitTargetRow[]> {
    return rows.rows<VisitTargetRow>(TARGETS, [schoolId]);
  }

  async progress(schoolId: SchoolId, input: VisitProgressAsked): Promise<Page<VisitProgress>> {
    const on = input.on ?? this.clock.today();
    const targets = await this.targets(schoolId);
    const all = await this.lists.rows<ClassRow>(`${CLASSES} where kc.school_id = $1`, [schoolId]);
    const classes = all
      .map((row) => ({
        classId: row.classId,
        className: nameOfClass(row, on),
        grade: gradeOfClass(row, on),
        classNo: row.classNo ?? 0,
      })) // prettier-ignore
      .filter(({ grade }) => grade !== null && (input.grade === undefined || input.grade === grade))
      .sort((one, other) => (one.grade ?? 0) - (other.grade ?? 0) || one.classNo - other.classNo);
    const pupils = Map.groupBy(await this.ofWeek(classes.map(({ classId }) => classId), on), ({ classId }) => classId); // prettier-ignore
    return pageOfWhole(
      classes.map(({ classNo: _, ...each }): VisitProgress => {
        const target = targetOf(targets, each.grade);
        const own = pupils.get(each.classId) ?? [];
        const met = own.filter(({ visits }) => visits >= target).length;
        return { ...each, target, pupils: own.length, met, percent: own.length === 0 ? 0 : Math.round((met / own.length) * 1_000) / 10 }; // prettier-ignore
      }),
      input,
    );
  }

  /** @throws Problem 403 for a class out of reach, or none */
  async pupils({ reach }: Caller, input: PupilProgressAsked): Promise<Page<PupilProgress>> {
    const [row] = await this.lists.rows<ClassRow>(`${CLASSES} where kc.class_id = $1`, [input.classId]);
    if (row === undefined || !(reachesSchool(reach, row.schoolId) || reach.classes.has(row.classId))) throw denied(); // prettier-ignore
    const on = input.on ?? this.clock.today();
    const target = targetOf(await this.targets(row.schoolId), gradeOfClass(row, on));
    const pupils = (await this.ofWeek([row.classId], on)).map(({ readerId, visits }) => ({ readerId, visits, target, met: visits >= target })); // prettier-ignore
    return pageOfWhole(
      pupils.sort((one, other) => (one.readerId < other.readerId ? -1 : 1)),
      input,
    );
  }

  private ofWeek(
    classIds: readonly string[],
    on: CalendarDay,
  ): Promise<{ readonly readerId: string; readonly classId: string; readonly visits: number }[]> {
    const monday = mondayOf(on);
    return this.lists.rows(VISITS_OF_WEEK, [classIds, monday, plusDays(monday, 6)]);
  }

  async seat(id: string, rows: Rows): Promise<SeatBookingView> {
    const [row] = await rows.rows<SeatBookingView>(`${SEATS} where b.id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    return row;
  }

  async seats(schoolId: SchoolId, input: SeatBookingsAsked): Promise<Page<SeatBookingView>> {
    const rows = await this.lists.rows<SeatBookingView>(
      `${SEATS} where b.school_id = $1 and ($2::uuid is null or b.room_id = $2) and ($3::uuid is null or b.reader_id = $3)
         and b.on_day >= $4 and ($5::uuid is null or (b.on_day, b.starts, b.id) > (
           select l.on_day, l.starts, l.id from seat_booking l where l.id = $5))
       order by b.on_day, b.starts, b.id limit $6`,
      [schoolId, input.roomId ?? null, input.readerId ?? null, input.from ?? this.clock.today(), idAfter(input.cursor), input.limit + 1], // prettier-ignore
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.id],
    );
  }

  /** @throws Problem 403 for a room out of reach, or none */
  async availability({ reach }: Caller, input: SeatAvailabilityAsked): Promise<SeatAvailability> {
    type Room = { schoolId: string; seats: number | null };
    const [room] = await this.lists.rows<Room>('select school_id as "schoolId", seats from library_room where id = $1', [input.roomId]); // prettier-ignore
    if (room === undefined || !reachesSchool(reach, room.schoolId)) throw denied();
    type Taken = { seat: number; from: string; to: string };
    const taken = await this.lists.rows<Taken>(TAKEN, [input.roomId, input.on]);
    const seats = room.seats ?? 0;
    const all = Array.from({ length: seats }, (_, at) => at + 1);
    const freeSeats = all.filter(
      (seat) => freeSeat(seats, taken, { from: input.from, to: input.to, seat }) !== null,
    );
    return { seats, free: freeSeats.length, freeSeats };
  }
}

const mondayOf = (day: CalendarDay): CalendarDay => plusDays(day, 1 - weekdayOf(day));

/** One visit a week where the school has said nothing (P-07, CIR-029). */
const targetOf = (targets: readonly VisitTargetRow[], grade: number | null): number =>
  (targets.find((each) => each.grade === grade) ?? targets.find((each) => each.grade === null))?.perWeek ?? 1;

const toVisitView = ({ section, entryYear, classNo, ...row }: VisitRow): RoomVisitView => ({
  ...row,
  className: row.classId === null ? null : nameOfClass({ section, entryYear, classNo } as ClassRow, row.on),
});
