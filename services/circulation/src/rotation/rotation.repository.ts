import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { CHANGE_COLUMNS, CLASS_COLUMNS, SLOT_COLUMNS, TIMETABLE_COLUMNS, TIMETABLE_FROM, type ClassRow, type TimetableRow } from './rotation.row.js'; // prettier-ignore
import type { SentSlots } from './rotation.events.js';
import type { ChangeOfDay } from './rules/occurrences.js';
import type { PlacedSlot } from './rules/placing.js';

const TERM = statement('rotation.term', 'select from known_term where term_id = $1 and school_id = $2');
const ADD = statement(
  'rotation.add',
  `insert into rotation_timetable (id, school_id, term_id, name, outside, version) values ($1, $2, $3, $4, $5, 1)
   on conflict (school_id, term_id) do nothing returning id`,
);
const LOCK = statement(
  'rotation.lock',
  `select ${TIMETABLE_COLUMNS} from ${TIMETABLE_FROM} where r.id = $1 for update of r`,
);
const LOCK_OF_SLOT = statement(
  'rotation.lock-of-slot',
  `select ${TIMETABLE_COLUMNS} from ${TIMETABLE_FROM}
   where r.id = (select timetable_id from rotation_slot where id = $1) for update of r`,
);
const LOCK_CURRENT = statement(
  'rotation.lock-current',
  `select ${TIMETABLE_COLUMNS} from ${TIMETABLE_FROM} where r.school_id = $1 and k.ends_on >= $2 order by r.id for update of r`,
);
const SAVE = statement(
  'rotation.save',
  `update rotation_timetable set name = $2, outside = $3, published_version = $4, published_on = $5, version = $6 where id = $1`,
);
const REMOVE = statement('rotation.remove', 'delete from rotation_timetable where id = $1');
const SLOTS = statement(
  'rotation.slots',
  `select ${SLOT_COLUMNS} from rotation_slot s where s.timetable_id = $1 order by s.id`,
);
const ADD_SLOTS = statement(
  'rotation.add-slots',
  `insert into rotation_slot (id, timetable_id, class_id, room_id, purpose, weekday, starts, ends, window_code, every_weeks,
     first_week)
   select s.id, $1, s."classId", s."roomId", s.purpose, s.weekday, s."from", s."to", s."windowCode", s."everyWeeks", s."firstWeek"
   from jsonb_to_recordset($2::jsonb) as s(id uuid, "classId" uuid, "roomId" uuid, purpose text, weekday int, "from" text,
     "to" text, "windowCode" text, "everyWeeks" int, "firstWeek" int)`,
);
const REMOVE_SLOTS = statement(
  'rotation.remove-slots',
  'delete from rotation_slot where id = any($1::uuid[])',
);
const RETIME = statement(
  'rotation.retime',
  `update rotation_slot s set starts = t."from", ends = t."to"
   from jsonb_to_recordset($1::jsonb) as t(id uuid, "from" text, "to" text) where s.id = t.id`,
);
const CLASSES = statement(
  'rotation.classes',
  `select ${CLASS_COLUMNS} from known_class kc where kc.school_id = $1`,
);
const TOUCH = statement(
  'rotation.touch',
  `insert into rotation_stamp as s (school_id, version) values ($1, 1)
   on conflict (school_id) do update set version = s.version + 1`,
);
const NEXT_OF_CLASSES = statement(
  'rotation.next-of-classes',
  `insert into class_rotation as c (class_id, version) select id, 1 from unnest($1::uuid[]) as id order by id
   on conflict (class_id) do update set version = c.version + 1
   returning class_id as "classId", version`,
);
const DELIVERIES = statement(
  'rotation.deliveries',
  'select class_id as "classId", slots from rotation_delivery where timetable_id = $1',
);
const DELIVER = statement(
  'rotation.deliver',
  `insert into rotation_delivery (timetable_id, class_id, slots, sent_on)
   select $1, d."classId", d.slots, $3 from jsonb_to_recordset($2::jsonb) as d("classId" uuid, slots jsonb)
   on conflict (timetable_id, class_id) do update set slots = excluded.slots, sent_on = excluded.sent_on,
     seen_on = null, seen_by = null`,
);
const SEE = statement(
  'rotation.see',
  `update rotation_delivery d set seen_on = $2, seen_by = $3
   where d.class_id = $1 and d.timetable_id = (
     select r.id from rotation_delivery o join rotation_timetable r on r.id = o.timetable_id
       join known_term k on k.term_id = r.term_id
     where o.class_id = $1 and k.ends_on >= $2 order by k.starts_on limit 1)
   returning d.timetable_id as id`,
);
const ADD_CHANGE = statement(
  'rotation.add-change',
  `insert into rotation_change (id, slot_id, on_day, moved_on, starts, ends, room_id, reason, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (slot_id, on_day) do nothing returning id`,
);
const REMOVE_CHANGE = statement('rotation.remove-change', 'delete from rotation_change where id = $1');
const CHANGE = statement(
  'rotation.change',
  `select ${CHANGE_COLUMNS} from rotation_change c where c.id = $1`,
);
/** Sessions of a day, which nobody books meanwhile: whoever does waits in this queue. */
const QUEUE_SESSIONS = statement(
  'rotation.queue-sessions',
  `select pg_advisory_xact_lock(hashtextextended('room sessions of ' || $1::text, 0))`,
);
const SESSIONS = statement(
  'rotation.sessions-on',
  `select id, starts as "from", ends as "to", room_id as "roomId", zone, class_id as "classId" from room_session
   where school_id = $1 and on_day = $2 and status in ('asked', 'booked')`,
);
const BELL_LOCK = statement('bell-schedule.lock', 'select lessons, windows, version from bell_schedule where school_id = $1 for update'); // prettier-ignore
const BELL_SAVE = statement(
  'bell-schedule.save',
  `insert into bell_schedule (school_id, lessons, windows, version) values ($1, $2, $3, $4)
   on conflict (school_id) do update set lessons = excluded.lessons, windows = excluded.windows, version = excluded.version
   where bell_schedule.version < excluded.version returning version`,
);

export type SessionOfDay = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly roomId: string;
  readonly zone: string;
  readonly classId: string | null;
};

export class RotationRepository {
  constructor(private readonly session: Session) {}

  async isTermOf(schoolId: SchoolId, termId: string): Promise<boolean> {
    return (await this.session.rows(TERM, [termId, schoolId])).length > 0;
  }

  /** @returns false when the term has one already */
  async add(timetable: {
    id: string;
    schoolId: SchoolId;
    termId: string;
    name: string;
    outside: string;
  }): Promise<boolean> {
    const { id, schoolId, termId, name, outside } = timetable;
    return (await this.session.rows(ADD, [id, schoolId, termId, name, outside])).length > 0;
  }

  async locked(id: string): Promise<TimetableRow | null> {
    return (await this.session.rows<TimetableRow>(LOCK, [id]))[0] ?? null;
  }

  /** The timetable that a slot stands in: whoever changes slots holds it. */
  async lockedOfSlot(slotId: string): Promise<TimetableRow | null> {
    return (await this.session.rows<TimetableRow>(LOCK_OF_SLOT, [slotId]))[0] ?? null;
  }

  /** Those of terms that have not ended by the day. */
  lockedCurrent(schoolId: SchoolId, day: CalendarDay): Promise<TimetableRow[]> {
    return this.session.rows<TimetableRow>(LOCK_CURRENT, [schoolId, day]);
  }

  /** Saves it as the next version, which desks see at once. */
  async save(timetable: TimetableRow): Promise<TimetableRow> {
    const { id, name, outside, publishedVersion, publishedOn, schoolId } = timetable;
    const version = timetable.version + 1;
    await this.session.rows(SAVE, [id, name, outside, publishedVersion, publishedOn, version]);
    await this.touch(schoolId);
    return { ...timetable, version };
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  slots(timetableId: string): Promise<PlacedSlot[]> {
    return this.session.rows<PlacedSlot>(SLOTS, [timetableId]);
  }

  async addSlots(timetableId: string, slots: readonly PlacedSlot[]): Promise<void> {
    if (slots.length > 0) await this.session.rows(ADD_SLOTS, [timetableId, JSON.stringify(slots)]);
  }

  async removeSlots(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.session.rows(REMOVE_SLOTS, [ids]);
  }

  /** Slots of windows that are at another time now. */
  async retime(slots: readonly PlacedSlot[]): Promise<void> {
    if (slots.length > 0) await this.session.rows(RETIME, [JSON.stringify(slots)]);
  }

  classesOf(schoolId: SchoolId): Promise<ClassRow[]> {
    return this.session.rows<ClassRow>(CLASSES, [schoolId]);
  }

  /** What desks keep in memory of the school is old now. */
  async touch(schoolId: SchoolId): Promise<void> {
    await this.session.rows(TOUCH, [schoolId]);
  }

  /** The next version of what is announced of each class. */
  async nextOf(classIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.session.rows<{ classId: string; version: number }>(NEXT_OF_CLASSES, [classIds]);
    return new Map(rows.map(({ classId, version }) => [classId, version]));
  }

  deliveries(timetableId: string): Promise<{ readonly classId: SchoolClassId; readonly slots: SentSlots }[]> {
    return this.session.rows(DELIVERIES, [timetableId]);
  }

  async deliver(
    timetableId: string,
    sent: readonly { readonly classId: string; readonly slots: SentSlots }[],
    on: CalendarDay,
  ): Promise<void> {
    await this.session.rows(DELIVER, [timetableId, JSON.stringify(sent), on]);
  }

  /** @returns false where the class was sent nothing for a term that has not ended */
  async see(classId: string, on: CalendarDay, by: string): Promise<boolean> {
    return (await this.session.rows(SEE, [classId, on, by])).length > 0;
  }

  /** @returns false when the slot has a change on that day already */
  async addChange(change: ChangeOfDay, by: string): Promise<boolean> {
    const { id, slotId, on, movedOn, from, to, roomId, reason } = change;
    return (
      (await this.session.rows(ADD_CHANGE, [id, slotId, on, movedOn, from, to, roomId, reason, by])).length >
      0
    );
  }

  async change(id: string): Promise<ChangeOfDay | null> {
    return (await this.session.rows<ChangeOfDay>(CHANGE, [id]))[0] ?? null;
  }

  async removeChange(id: string): Promise<void> {
    await this.session.rows(REMOVE_CHANGE, [id]);
  }

  /** What rooms are booked for on a day, besides slots. */
  async sessionsOn(schoolId: SchoolId, on: CalendarDay): Promise<SessionOfDay[]> {
    await this.session.rows(QUEUE_SESSIONS, [schoolId]);
    return this.session.rows<SessionOfDay>(SESSIONS, [schoolId, on]);
  }

  async lockedBell<Schedule>(schoolId: SchoolId): Promise<Schedule | null> {
    return (await this.session.rows<Schedule>(BELL_LOCK, [schoolId]))[0] ?? null;
  }

  /** @returns false when somebody else was first */
  async saveBell(schoolId: SchoolId, lessons: unknown, windows: unknown, version: number): Promise<boolean> {
    const values = [schoolId, JSON.stringify(lessons), JSON.stringify(windows), version];
    return (await this.session.rows(BELL_SAVE, values)).length > 0;
  }
}
