import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import type { SessionResource } from './room-sessions.http.js';
import type { Occupied, SessionKind, SessionState, Zone } from './rules/session.js';

const ADD = statement(
  'room-session.add',
  `insert into room_session (id, school_id, room_id, series_id, kind, zone, subject, class_id, on_day, starts, ends, theme,
     resources, title_ids, status, asked_by, version)
   select s.id, $1, $2, $3, $4, $5, $6, $7, s."on", $8, $9, $10, $11::jsonb, $12::uuid[], $13, $14, 1
   from jsonb_to_recordset($15::jsonb) as s(id uuid, "on" date)`,
);
const OCCUPIED = statement(
  'room-session.occupied',
  `select id, on_day::text as "on", starts as "from", ends as "to", room_id as "roomId", zone, class_id as "classId"
   from room_session where school_id = $1 and on_day = any($2::date[]) and status in ('asked', 'booked')`,
);
const QUEUE = statement(
  'room-session.queue-at-school',
  `select pg_advisory_xact_lock(hashtextextended('room sessions of ' || $1::text, 0))`,
);
const COLUMNS = `id, school_id as "schoolId", room_id as "roomId", series_id as "seriesId", kind, class_id as "classId",
     on_day::text as "on", starts as "from", ends as "to", status, version`;
const LOCK = statement('room-session.lock', `select ${COLUMNS} from room_session where id = $1 for update`);
const DECIDE = statement(
  'room-session.decide',
  `update room_session set status = $2, status_note = $3, decided_by = $4, version = version + 1
   where series_id = $1 and status = 'asked' returning ${COLUMNS}`,
);
const CANCEL = statement(
  'room-session.cancel',
  `update room_session set status = 'cancelled', status_note = $4, decided_by = $5, version = version + 1
   where series_id = $1 and (id = $2 or ($3::boolean and on_day >= $6)) and status in ('asked', 'booked')
   returning ${COLUMNS}`,
);
const CLASS = statement(
  'room-session.class',
  'select from known_class where class_id = $1 and school_id = $2',
);
const ROOMS = statement(
  'room-session.rooms',
  'select id from library_room where id = any($1::uuid[]) and school_id = $2',
);

export type NewSession = {
  readonly schoolId: SchoolId;
  readonly roomId: string;
  readonly seriesId: string;
  readonly kind: SessionKind;
  readonly zone: Zone;
  readonly subject: string | null;
  readonly classId: string | null;
  readonly from: string;
  readonly to: string;
  readonly theme: string | null;
  readonly resources: readonly SessionResource[];
  readonly titleIds: readonly string[];
  readonly status: SessionState;
  readonly askedBy: string;
};
export type KnownSession = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly roomId: string;
  readonly seriesId: string;
  readonly kind: SessionKind;
  readonly classId: string | null;
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
  readonly status: SessionState;
  readonly version: number;
};

export class RoomSessionsRepository {
  constructor(private readonly session: Session) {}

  /** Two who book at a school do so one after the other: a class may be wanted in two rooms. */
  async queue(schoolId: SchoolId): Promise<void> {
    await this.session.rows(QUEUE, [schoolId]);
  }

  async add(
    of: NewSession,
    days: readonly { readonly id: string; readonly on: CalendarDay }[],
  ): Promise<void> {
    await this.session.rows(ADD, [
      of.schoolId,
      of.roomId,
      of.seriesId,
      of.kind,
      of.zone,
      of.subject,
      of.classId,
      of.from,
      of.to,
      of.theme,
      JSON.stringify(of.resources),
      of.titleIds,
      of.status,
      of.askedBy,
      JSON.stringify(days),
    ]);
  }

  occupied(schoolId: SchoolId, days: readonly CalendarDay[]): Promise<Occupied[]> {
    return this.session.rows<Occupied>(OCCUPIED, [schoolId, days]);
  }

  async locked(id: string): Promise<KnownSession | null> {
    return (await this.session.rows<KnownSession>(LOCK, [id]))[0] ?? null;
  }

  /** All that was asked for at once. */
  decide(seriesId: string, status: SessionState, note: string | null, by: string): Promise<KnownSession[]> {
    return this.session.rows<KnownSession>(DECIDE, [seriesId, status, note, by]);
  }

  /** Those that are cancelled by it. */
  cancel(
    session: KnownSession,
    isRestOfSeries: boolean,
    note: string | null,
    by: string,
  ): Promise<KnownSession[]> {
    const values = [session.seriesId, session.id, isRestOfSeries, note, by, session.on];
    return this.session.rows<KnownSession>(CANCEL, values);
  }

  async isClassOf(schoolId: SchoolId, classId: string): Promise<boolean> {
    return (await this.session.rows(CLASS, [classId, schoolId])).length > 0;
  }

  /** Those of the ids that are rooms of the school. */
  async roomsAmong(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ id: string }>(ROOMS, [ids, schoolId]);
    return new Set(rows.map(({ id }) => id));
  }
}
