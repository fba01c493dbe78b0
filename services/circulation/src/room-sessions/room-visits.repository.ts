import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import type { ReaderKind } from '@shulian/contracts/words';

const ADD = statement(
  'room-visit.add',
  `insert into room_visit (id, school_id, room_id, session_id, on_day, at, reader_id, reader_kind, class_id, persons, minutes, note,
     entered_by)
   select v.id, $1, $2, $3, $4, $5, v."readerId", v.kind, v."classId", v.persons, $6, $7, $8
   from jsonb_to_recordset($9::jsonb) as v(id uuid, "readerId" uuid, kind text, "classId" uuid, persons int)
   on conflict (session_id, reader_id) do nothing returning id`,
);
const READERS = statement(
  'room-visit.readers',
  `select reader_id as "readerId", kind, class_id as "classId" from known_reader
   where school_id = $1 and standing = 'active' and reader_id = any($2::uuid[])`,
);
const LOCK = statement(
  'room-visit.lock',
  'select school_id as "schoolId" from room_visit where id = $1 for update',
);
const REMOVE = statement('room-visit.remove', 'delete from room_visit where id = $1');
const DROP_TARGETS = statement('visit-target.drop', 'delete from visit_target where school_id = $1');
const ADD_TARGETS = statement(
  'visit-target.add',
  `insert into visit_target (school_id, grade, per_week)
   select $1, t.grade, t."perWeek" from jsonb_to_recordset($2::jsonb) as t(grade int, "perWeek" int)`,
);
const COUNT_TARGETS = statement(
  'visit-target.count-up',
  `insert into visit_target_set as s (school_id, version) values ($1, 1)
   on conflict (school_id) do update set version = s.version + 1 returning version`,
);
const QUEUE_TARGETS = statement(
  'visit-target.queue-at-school',
  `select pg_advisory_xact_lock(hashtextextended('visit targets of ' || $1::text, 0))`,
);
const SEATS_TAKEN = statement(
  'seat-booking.taken',
  `select seat, starts as "from", ends as "to" from seat_booking
   where room_id = $1 and on_day = $2 and cancelled_at is null`,
);
/** One who books twice at once meets here. */
const READER_BUSY = statement(
  'seat-booking.reader-busy',
  `select b.id from seat_booking b where b.reader_id = $1 and b.on_day = $2 and b.cancelled_at is null
     and b.starts < $4 and $3 < b.ends limit 1`,
);
const QUEUE_READER = statement(
  'seat-booking.queue-of-reader',
  `select pg_advisory_xact_lock(hashtextextended('seats of ' || $1::text, 0))`,
);
const BOOK = statement(
  'seat-booking.add',
  `insert into seat_booking (id, school_id, room_id, seat, reader_id, class_id, on_day, starts, ends, booked_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const LOCK_SEAT = statement(
  'seat-booking.lock',
  `select school_id as "schoolId", reader_id as "readerId", class_id as "classId" from seat_booking where id = $1 for update`,
);
const GIVE_BACK = statement(
  'seat-booking.cancel',
  'update seat_booking set cancelled_at = coalesce(cancelled_at, $2) where id = $1',
);

export type KnownVisitor = {
  readonly readerId: ReaderId;
  readonly kind: ReaderKind;
  readonly classId: string | null;
};
export type NewVisit = {
  readonly id: string;
  readonly readerId: string | null;
  readonly kind: ReaderKind | null;
  readonly classId: string | null;
  readonly persons: number;
};
export type WhereVisited = {
  readonly schoolId: SchoolId;
  readonly roomId: string;
  readonly sessionId: string | null;
  readonly on: CalendarDay;
  readonly at: string;
  readonly minutes: number | null;
  readonly note: string | null;
};

export class RoomVisitsRepository {
  constructor(private readonly session: Session) {}

  /** @returns ids of those who were not counted in the session before */
  async add(where: WhereVisited, visits: readonly NewVisit[], by: string): Promise<string[]> {
    const { schoolId, roomId, sessionId, on, at, minutes, note } = where;
    const values = [schoolId, roomId, sessionId, on, at, minutes, note, by, JSON.stringify(visits)];
    return (await this.session.rows<{ id: string }>(ADD, values)).map(({ id }) => id);
  }

  readers(schoolId: SchoolId, ids: readonly string[]): Promise<KnownVisitor[]> {
    return this.session.rows<KnownVisitor>(READERS, [schoolId, ids]);
  }

  async schoolOf(id: string): Promise<SchoolId | null> {
    return (await this.session.rows<{ schoolId: SchoolId }>(LOCK, [id]))[0]?.schoolId ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  /** @returns how often they were said */
  async replaceTargets(
    schoolId: SchoolId,
    targets: readonly { readonly grade: number | null; readonly perWeek: number }[],
  ): Promise<number> {
    await this.session.rows(QUEUE_TARGETS, [schoolId]);
    await this.session.rows(DROP_TARGETS, [schoolId]);
    if (targets.length > 0) await this.session.rows(ADD_TARGETS, [schoolId, JSON.stringify(targets)]);
    const [set] = await this.session.rows<{ version: number }>(COUNT_TARGETS, [schoolId]);
    return set?.version ?? 1;
  }

  seatsTaken(roomId: string, on: CalendarDay): Promise<{ readonly seat: number; readonly from: string; readonly to: string }[]> {
    return this.session.rows(SEATS_TAKEN, [roomId, on]);
  }

  async isSeated(readerId: string, on: CalendarDay, from: string, to: string): Promise<boolean> {
    await this.session.rows(QUEUE_READER, [readerId]);
    return (await this.session.rows(READER_BUSY, [readerId, on, from, to])).length > 0;
  }

  async bookSeat(
    booking: { readonly id: string; readonly schoolId: SchoolId; readonly roomId: string; readonly seat: number; readonly on: CalendarDay; readonly from: string; readonly to: string },
    reader: KnownVisitor,
    by: string,
  ): Promise<void> {
    const { id, schoolId, roomId, seat, on, from, to } = booking;
    await this.session.rows(BOOK, [id, schoolId, roomId, seat, reader.readerId, reader.classId, on, from, to, by]);
  }

  async lockedSeat(id: string): Promise<{ readonly schoolId: SchoolId; readonly readerId: string; readonly classId: string | null } | null> {
    return (await this.session.rows<{ schoolId: SchoolId; readerId: string; classId: string | null }>(LOCK_SEAT, [id]))[0] ?? null;
  }

  async giveBack(id: string, at: Date): Promise<void> {
    await this.session.rows(GIVE_BACK, [id, at]);
  }
} // prettier-ignore
