import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';
import { weekOfTerm } from '@shulian/lending-rules/policy/class-slots';
import { Clock, idAfter, invalid, Lists, pageOf, unknownThing, type Caller, type Page, type Rows } from '@shulian/service-kit'; // prettier-ignore
import { pageOfWhole } from '../library-rooms/whole-list.query.js';
import type { BellScheduleView } from './bell-schedule.http.js';
import { RotationFacts } from './rotation.facts.js';
import type { ClassRotationView, Outside, RotationDay, RotationDaysAsked, SlotsAsked, SlotView, TimetableClass, TimetableClassesAsked, TimetablesAsked, TimetableView } from './rotation.http.js'; // prettier-ignore
import { CLASS_COLUMNS, gradeOfClass, nameOfClass, SLOT_COLUMNS, TIMETABLE_COLUMNS, TIMETABLE_FROM, type ClassRow, type TimetableRow } from './rotation.row.js'; // prettier-ignore

const MOST_DAYS = 62;
const COUNTS = `(select count(*)::int from rotation_slot s where s.timetable_id = r.id) as slots,
  (select count(distinct s.class_id)::int from rotation_slot s where s.timetable_id = r.id) as classes`;
const TIMETABLES = `select ${TIMETABLE_COLUMNS}, ${COUNTS} from ${TIMETABLE_FROM}`;
const LIST = `${TIMETABLES} where r.school_id = $1 and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`;
const SLOTS = `select ${SLOT_COLUMNS}, s.timetable_id as "timetableId", m.name as "roomName", m.place as "roomPlace",
    ${CLASS_COLUMNS}, k.starts_on::text as "startsOn",
    (select w ->> 'name' from bell_schedule b, jsonb_array_elements(b.windows) as w
     where b.school_id = r.school_id and w ->> 'code' = s.window_code) as "windowName"
  from ${TIMETABLE_FROM} join rotation_slot s on s.timetable_id = r.id
    join library_room m on m.id = s.room_id join known_class kc on kc.class_id = s.class_id`;
const CLASSES = `select ${CLASS_COLUMNS}, d.sent_on::text as "sentOn", d.seen_on::text as "seenOn",
    coalesce(n.lending, 0)::int as "lendingSlots", coalesce(n.reading, 0)::int as "readingSlots"
  from known_class kc
  left join rotation_delivery d on d.timetable_id = $1 and d.class_id = kc.class_id
  left join (
    select s.class_id, sum(2 / s.every_weeks) filter (where s.purpose = 'lending') as lending,
      sum(2 / s.every_weeks) filter (where s.purpose = 'reading') as reading
    from rotation_slot s where s.timetable_id = $1 group by s.class_id) n on n.class_id = kc.class_id
  where kc.school_id = $2`;
const CLASS = `select ${CLASS_COLUMNS} from known_class kc where kc.class_id = $1`;
const SENT = `select r.id, r.name, r.outside, d.sent_on::text as "sentOn", d.seen_on::text as "seenOn"
  from rotation_delivery d join ${TIMETABLE_FROM} on r.id = d.timetable_id
  where d.class_id = $1 and k.ends_on >= $2 order by k.starts_on limit 1`;
const NAMES = `select ${CLASS_COLUMNS} from known_class kc where kc.class_id = any($1::uuid[])`;
const ROOMS = 'select id, name from library_room where id = any($1::uuid[])';
const IN_CLASS = 'select from known_reader where reader_id = any($1::uuid[]) and class_id = $2';
const BELL = 'select lessons, windows, version from bell_schedule where school_id = $1';

type Counted = TimetableRow & { readonly slots: number; readonly classes: number };
type SlotRow = Omit<SlotView, 'className' | 'grade'> & ClassRow & { readonly startsOn: CalendarDay };
type BellRow = { readonly lessons: BellScheduleView['lessons']; readonly windows: (BellScheduleView['windows'][number] & { onTheClock: BellScheduleView['onTheClock'][number] })[]; readonly version: number }; // prettier-ignore

/** Timetables, their slots, and the days that follow from them. */
@Injectable()
export class RotationQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(schoolId: SchoolId, input: TimetablesAsked): Promise<Page<TimetableView>> {
    const rows = await this.lists.rows<Counted>(LIST, [schoolId, idAfter(input.cursor), input.limit + 1]);
    return pageOf(rows, input.limit, toTimetableView, (row) => [row.id]);
  }

  /** @throws Problem 404 out of reach */
  async own(caller: Caller, id: string, rows: Rows = this.lists): Promise<TimetableView> {
    const view = await this.timetable(id, rows);
    if (view === null || !caller.mayWorkAt(view.schoolId)) throw unknownThing();
    return view;
  }

  async timetable(id: string, rows: Rows): Promise<TimetableView | null> {
    const [row] = await rows.rows<Counted>(`${TIMETABLES} where r.id = $1`, [id]);
    return row === undefined ? null : toTimetableView(row);
  }

  async slots(timetableId: string, input: SlotsAsked): Promise<Page<SlotView>> {
    const rows = await this.lists.rows<SlotRow>(
      `${SLOTS} where r.id = $1 and ($2::uuid is null or s.class_id = $2) and ($3::uuid is null or s.room_id = $3)
         and ($4::int is null or s.weekday = $4)`,
      [timetableId, input.classId ?? null, input.roomId ?? null, input.weekday ?? null],
    );
    return pageOfWhole(inOrderOfWeek(rows), input);
  }

  async slot(id: string, rows: Rows): Promise<SlotView> {
    const [row] = await rows.rows<SlotRow>(`${SLOTS} where s.id = $1`, [id]);
    if (row === undefined) throw new Error('the slot is gone');
    return toSlotView(row);
  }

  async classes(timetable: TimetableView, input: TimetableClassesAsked): Promise<Page<TimetableClass>> {
    type Row = ClassRow & Omit<TimetableClass, 'classId' | 'className' | 'grade' | 'borrows'>;
    const rows = await this.lists.rows<Row>(CLASSES, [timetable.id, timetable.schoolId]);
    const inSchool = rows.filter((row) => gradeOfClass(row, timetable.startsOn) !== null);
    const all = inOrderOfClasses(inSchool, timetable.startsOn).map((row) => ({
      classId: row.classId,
      className: nameOfClass(row, timetable.startsOn),
      grade: gradeOfClass(row, timetable.startsOn),
      lendingSlots: row.lendingSlots,
      readingSlots: row.readingSlots,
      borrows: row.lendingSlots >= 2 ? ('weekly' as const) : row.lendingSlots === 1 ? ('fortnightly' as const) : ('none' as const), // prettier-ignore
      sentOn: row.sentOn,
      seenOn: row.seenOn,
    }));
    return pageOfWhole(all, input);
  }

  /** @throws Problem 400 for days too far apart */
  async days(schoolId: SchoolId, input: RotationDaysAsked): Promise<Page<RotationDay>> {
    const from = input.from ?? this.clock.today();
    const to = input.to ?? plusDays(from, 6);
    if (to < from || to > plusDays(from, MOST_DAYS)) throw invalid({ pointer: '?to', code: 'out-of-range' });
    const all = (await this.daysBetween(schoolId, from, to)).filter(
      ({ classId, roomId }) =>
        (input.classId === undefined || classId === input.classId) &&
        (input.roomId === undefined || roomId === input.roomId),
    );
    return pageOfWhole(all, input);
  }

  /** Days with the names of classes and rooms. */
  async daysBetween(schoolId: SchoolId, from: CalendarDay, to: CalendarDay): Promise<RotationDay[]> {
    const found = await new RotationFacts(this.lists).between(schoolId, from, to);
    const classes = await this.lists.rows<ClassRow>(NAMES, [
      [...new Set(found.map(({ slot }) => slot.classId))],
    ]);
    const rooms = await this.lists.rows<{ id: string; name: string }>(ROOMS, [
      [...new Set(found.map(({ roomId }) => roomId))],
    ]);
    const classOf = new Map<string, ClassRow>(classes.map((each) => [each.classId, each]));
    const roomOf = new Map(rooms.map(({ id, name }) => [id, name]));
    return found.map(({ slot, on, from: begins, to: ends, roomId, state, change }) => {
      const ofClass = classOf.get(slot.classId);
      return {
        on,
        weekday: weekdayOf(on),
        week: weekOfTerm(slot.startsOn, on),
        from: begins,
        to: ends,
        slotId: slot.id,
        classId: slot.classId,
        className: ofClass === undefined ? '' : nameOfClass(ofClass, on),
        purpose: slot.purpose,
        roomId,
        roomName: roomOf.get(roomId) ?? '',
        state,
        changeId: change?.id ?? null,
        movedOn: change?.movedOn ?? null,
        reason: change?.reason ?? null,
      };
    });
  }

  /** @throws Problem 404 for a class out of reach */
  async ofClass(caller: Caller, classId: string): Promise<ClassRotationView> {
    const schoolClass = await this.ownClass(caller, classId);
    const today = this.clock.today();
    type Sent = { id: string; name: string; outside: Outside; sentOn: string; seenOn: string | null };
    const [sent] = await this.lists.rows<Sent>(SENT, [classId, today]);
    const slots =
      sent === undefined
        ? []
        : await this.lists.rows<SlotRow>(`${SLOTS} where r.id = $1 and s.class_id = $2`, [sent.id, classId]);
    const days = await this.daysBetween(schoolClass.schoolId, today, plusDays(today, 13));
    return {
      classId,
      className: nameOfClass(schoolClass, today),
      timetableId: sent?.id ?? null,
      timetableName: sent?.name ?? null,
      outside: sent?.outside ?? null,
      sentOn: sent?.sentOn ?? null,
      seenOn: sent?.seenOn ?? null,
      slots: inOrderOfWeek(slots),
      days: days.filter((day) => day.classId === classId),
    };
  }

  /** @throws Problem 404 for a class out of reach */
  async ownClass({ reach }: Caller, classId: string): Promise<ClassRow> {
    const [row] = await this.lists.rows<ClassRow>(CLASS, [classId]);
    const isOwn =
      row !== undefined &&
      (reachesSchool(reach, row.schoolId) ||
        reach.classes.has(classId) ||
        (reach.readers.size > 0 &&
          (await this.lists.rows(IN_CLASS, [[...reach.readers], classId])).length > 0));
    if (row === undefined || !isOwn) throw unknownThing();
    return row;
  }

  async bell(schoolId: SchoolId, rows: Rows = this.lists): Promise<BellScheduleView> {
    const [row] = await rows.rows<BellRow>(BELL, [schoolId]);
    if (row === undefined) return { schoolId, lessons: [], windows: [], onTheClock: [], version: 0 };
    return {
      schoolId,
      lessons: row.lessons,
      windows: row.windows.map(({ onTheClock: _, ...rule }) => rule),
      onTheClock: row.windows.map(({ onTheClock }) => onTheClock),
      version: row.version,
    };
  }
}

const toTimetableView = (row: Counted): TimetableView => {
  const { publishedVersion, ...shown } = row;
  return {
    ...shown,
    status: publishedVersion === null ? 'draft' : publishedVersion === row.version ? 'published' : 'changed',
    inTime:
      row.publishedOn === null
        ? null
        : row.publishedOn <= plusDays(row.startsOn, 7 - weekdayOf(row.startsOn)),
  };
};

const toSlotView = (row: SlotRow): SlotView => ({
  id: row.id,
  timetableId: row.timetableId,
  classId: row.classId,
  className: nameOfClass(row, row.startsOn),
  grade: gradeOfClass(row, row.startsOn),
  purpose: row.purpose,
  weekday: row.weekday,
  from: row.from,
  to: row.to,
  windowName: row.windowName,
  everyWeeks: row.everyWeeks,
  firstWeek: row.firstWeek,
  roomId: row.roomId,
  roomName: row.roomName,
  roomPlace: row.roomPlace,
});

const inOrderOfWeek = (rows: readonly SlotRow[]): SlotView[] =>
  rows
    .map(toSlotView)
    .sort(
      (one, other) =>
        one.weekday - other.weekday ||
        one.from.localeCompare(other.from) ||
        (one.grade ?? 13) - (other.grade ?? 13) ||
        one.className.localeCompare(other.className, 'zh') ||
        (one.id < other.id ? -1 : 1),
    );

/** By grade and number, those that have left last. */
export const inOrderOfClasses = <Row extends ClassRow>(rows: readonly Row[], day: CalendarDay): Row[] =>
  [...rows].sort(
    (one, other) =>
      (gradeOfClass(one, day) ?? 13) - (gradeOfClass(other, day) ?? 13) ||
      (one.classNo ?? 0) - (other.classNo ?? 0) ||
      (one.classId < other.classId ? -1 : 1),
  );
