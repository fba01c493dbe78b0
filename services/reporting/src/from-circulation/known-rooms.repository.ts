import type { BookCornerChangedV1, LibraryRoomChangedV1, RoomSessionChangedV1 } from '@shulian/contracts/circulation'; // prettier-ignore
import type { CalendarDay } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';

/** What was said last on a day holds from that day on. */
const ROOM = statement(
  'known-room.know',
  `insert into known_room as k (room_id, since, school_id, name, purposes, place, campus, department, seats, retired_on, version)
   select $1::uuid, $2::date, r."schoolId", r.name, r.purposes, r.place, r.campus, r.department, r.seats, r."retiredOn", $3::int
   from jsonb_to_record($4::jsonb) as r("schoolId" uuid, name text, purposes text[], place text, campus text, department text,
     seats int, "retiredOn" date)
   on conflict (room_id, since) do update set name = excluded.name, purposes = excluded.purposes, place = excluded.place,
     campus = excluded.campus, department = excluded.department, seats = excluded.seats, retired_on = excluded.retired_on,
     version = excluded.version
   where k.version < excluded.version`,
);
const SESSION = statement(
  'known-session.know',
  `insert into known_session as k (session_id, school_id, room_id, kind, class_id, on_day, starts, ends, status, version)
   select s."sessionId", s."schoolId", s."roomId", s.kind, s."classId", s."on", s."from", s."to", s.status, $1::int
   from jsonb_to_record($2::jsonb) as s("sessionId" uuid, "schoolId" uuid, "roomId" uuid, kind text, "classId" uuid, "on" date,
     "from" text, "to" text, status text)
   on conflict (session_id) do update set room_id = excluded.room_id, kind = excluded.kind, class_id = excluded.class_id,
     on_day = excluded.on_day, starts = excluded.starts, ends = excluded.ends, status = excluded.status,
     version = excluded.version
   where k.version < excluded.version`,
);
const TARGETS = statement(
  'known-target.know',
  `insert into known_target as k (school_id, what, since, targets, version) values ($1, $2, $3, $4::jsonb, $5)
   on conflict (school_id, what, since) do update set targets = excluded.targets, version = excluded.version
   where k.version < excluded.version`,
);
const CORNER = statement(
  'known-corner.know',
  `insert into known_corner as k (corner_id, since, school_id, class_id, target, closed, version)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (corner_id, since) do update set class_id = excluded.class_id, target = excluded.target,
     closed = excluded.closed, version = excluded.version
   where k.version < excluded.version`,
);

/** Rooms, what they are booked for, and what is to be reached. */
export class KnownRoomsRepository {
  constructor(private readonly rows: Rows) {}

  async knowRoom(room: LibraryRoomChangedV1['data'], since: CalendarDay, version: number): Promise<void> {
    await this.rows.rows(ROOM, [room.roomId, since, version, JSON.stringify(room)]);
  }

  async knowSession(session: RoomSessionChangedV1['data'], version: number): Promise<void> {
    await this.rows.rows(SESSION, [version, JSON.stringify(session)]);
  }

  async knowTargets(
    schoolId: string,
    what: 'loans' | 'visits',
    targets: readonly object[],
    since: CalendarDay,
    version: number,
  ): Promise<void> {
    await this.rows.rows(TARGETS, [schoolId, what, since, JSON.stringify(targets), version]);
  }

  async knowCorner(corner: BookCornerChangedV1['data'], since: CalendarDay, version: number): Promise<void> {
    const { cornerId, schoolId, classId, target, closed } = corner;
    await this.rows.rows(CORNER, [cornerId, since, schoolId, classId, target, closed, version]);
  }
}
