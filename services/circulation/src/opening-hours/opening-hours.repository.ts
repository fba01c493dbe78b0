import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import type { HoursAsked, OpeningExceptionView } from './opening-hours.http.js';
import type { Span } from './rules/opening.js';

const LOCK_TIMING = statement(
  'opening-hours.lock',
  `insert into room_timing as t (room_id, version) values ($1, 0)
   on conflict (room_id) do update set version = t.version returning version`,
);
const SET_VERSION = statement(
  'opening-hours.set-version',
  'update room_timing set version = $2 where room_id = $1',
);
const DROP = statement(
  'opening-hours.drop',
  'delete from room_hours where room_id = any($1::uuid[]) and kind = $2',
);
const ADD = statement(
  'opening-hours.add',
  `insert into room_hours (room_id, kind, place, weekday, opens, closes, audience)
   select m.id, $2, h.place, h.weekday, h."from", h."to", h.audience
   from unnest($1::uuid[]) as m(id) cross join jsonb_to_recordset($3::jsonb)
     as h(place int, weekday int, "from" text, "to" text, audience text)`,
);
const ADD_EXCEPTIONS = statement(
  'opening-exception.add',
  `insert into opening_exception (id, school_id, room_id, on_day, spans, reason, entered_by)
   select e.id, $1, $2, e."on", $4::jsonb, $5, $6 from jsonb_to_recordset($3::jsonb) as e(id uuid, "on" date)
   on conflict do nothing returning id`,
);
const EXCEPTION_SCHOOL = statement('opening-exception.school', 'select school_id as "schoolId" from opening_exception where id = $1 for update'); // prettier-ignore
const REMOVE_EXCEPTION = statement('opening-exception.remove', 'delete from opening_exception where id = $1');
const ADD_OPENING = statement(
  'room-opening.add',
  `insert into room_opening (id, school_id, room_id, on_day, opened_at, entered_by) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing returning id`,
);
const LOCK_OPENING = statement(
  'room-opening.lock',
  `select id, school_id as "schoolId", on_day::text as "on", opened_at as "openedAt", closed_at as "closedAt"
   from room_opening where id = $1 for update`,
);
const CLOSE = statement('room-opening.close', 'update room_opening set closed_at = $2 where id = $1');
const REMOVE_OPENING = statement('room-opening.remove', 'delete from room_opening where id = $1');
const QUEUE_DUTY = statement(
  'duty-shift.queue-at-school',
  `select pg_advisory_xact_lock(hashtextextended('duty shifts of ' || $1::text, 0))`,
);
const STAFF = statement(
  'duty-shift.staff',
  `select reader_id as "readerId" from known_reader
   where reader_id = any($2::uuid[]) and school_id = $1 and standing = 'active' and kind in ('teacher', 'staff')`,
);
const BUSY = statement(
  'duty-shift.busy',
  `select 1 from jsonb_to_recordset($1::jsonb) as n(id uuid, "on" date, "readerId" uuid, starts text, ends text)
   join duty_shift d on d.reader_id = n."readerId" and d.on_day = n."on" and d.id <> n.id
     and d.starts < n.ends and n.starts < d.ends limit 1`,
);
const ADD_SHIFTS = statement(
  'duty-shift.add',
  `insert into duty_shift (id, school_id, room_id, on_day, starts, ends, reader_id, kept, version)
   select n.id, $1, $2, n."on", n.starts, n.ends, n."readerId", false, 1
   from jsonb_to_recordset($3::jsonb) as n(id uuid, "on" date, "readerId" uuid, starts text, ends text)`,
);
const LOCK_SHIFT = statement(
  'duty-shift.lock',
  `select id, school_id as "schoolId", on_day::text as "on", starts, ends, reader_id as "readerId", kept, version
   from duty_shift where id = $1 for update`,
);
const SAVE_SHIFT = statement(
  'duty-shift.save',
  'update duty_shift set reader_id = $2, kept = $3, version = version + 1 where id = $1',
);
const REMOVE_SHIFT = statement('duty-shift.remove', 'delete from duty_shift where id = $1');

export type Shift = {
  readonly id: string;
  readonly on: CalendarDay;
  readonly starts: string;
  readonly ends: string;
  readonly readerId: ReaderId;
};
export type KnownShift = Shift & {
  readonly schoolId: SchoolId;
  readonly kept: boolean;
  readonly version: number;
};
export type KnownOpening = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly on: CalendarDay;
  readonly openedAt: string;
  readonly closedAt: string | null;
};

export class OpeningHoursRepository {
  constructor(private readonly session: Session) {}

  /** The version of a room's hours, 0 before any; locked. */
  async lockedVersion(roomId: string): Promise<number> {
    const [row] = await this.session.rows<{ version: number }>(LOCK_TIMING, [roomId]);
    return row?.version ?? 0;
  }

  async replaceRegular(roomId: string, hours: readonly HoursAsked[], version: number): Promise<void> {
    await this.session.rows(SET_VERSION, [roomId, version]);
    await this.replace([roomId], 'regular', hours);
  }

  async replace(
    roomIds: readonly string[],
    kind: 'regular' | 'extracurricular',
    hours: readonly HoursAsked[],
  ): Promise<void> {
    await this.session.rows(DROP, [roomIds, kind]);
    const placed = hours.map((each, place) => ({ ...each, place }));
    if (placed.length > 0) await this.session.rows(ADD, [roomIds, kind, JSON.stringify(placed)]);
  }

  /** @returns how many of the days were not otherwise before */
  async addExceptions(
    schoolId: SchoolId,
    exception: {
      readonly roomId: string | null;
      readonly spans: readonly Span[];
      readonly reason: string | null;
    },
    days: readonly Pick<OpeningExceptionView, 'id' | 'on'>[],
    by: string,
  ): Promise<number> {
    const { roomId, spans, reason } = exception;
    const values = [schoolId, roomId, JSON.stringify(days), JSON.stringify(spans), reason, by];
    return (await this.session.rows(ADD_EXCEPTIONS, values)).length;
  }

  async schoolOfException(id: string): Promise<SchoolId | null> {
    const [row] = await this.session.rows<{ schoolId: SchoolId }>(EXCEPTION_SCHOOL, [id]);
    return row?.schoolId ?? null;
  }

  async removeException(id: string): Promise<void> {
    await this.session.rows(REMOVE_EXCEPTION, [id]);
  }

  /** @returns false when the room is open already */
  async open(
    opening: Omit<KnownOpening, 'closedAt'> & { readonly roomId: string },
    by: string,
  ): Promise<boolean> {
    const { id, schoolId, roomId, on, openedAt } = opening;
    return (await this.session.rows(ADD_OPENING, [id, schoolId, roomId, on, openedAt, by])).length > 0;
  }

  async lockedOpening(id: string): Promise<KnownOpening | null> {
    return (await this.session.rows<KnownOpening>(LOCK_OPENING, [id]))[0] ?? null;
  }

  async close(id: string, at: string): Promise<void> {
    await this.session.rows(CLOSE, [id, at]);
  }

  async removeOpening(id: string): Promise<void> {
    await this.session.rows(REMOVE_OPENING, [id]);
  }

  /** Two who make rosters of a school do so one after the other: nobody is on duty twice. */
  async queueForDuty(schoolId: SchoolId): Promise<void> {
    await this.session.rows(QUEUE_DUTY, [schoolId]);
  }

  /** Those of the ids who teach or work at the school. */
  async staffAmong(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ readerId: string }>(STAFF, [schoolId, ids]);
    return new Set(rows.map(({ readerId }) => readerId));
  }

  async isSomebodyBusy(shifts: readonly Shift[]): Promise<boolean> {
    return (await this.session.rows(BUSY, [JSON.stringify(shifts)])).length > 0;
  }

  async addShifts(schoolId: SchoolId, roomId: string, shifts: readonly Shift[]): Promise<void> {
    await this.session.rows(ADD_SHIFTS, [schoolId, roomId, JSON.stringify(shifts)]);
  }

  async lockedShift(id: string): Promise<KnownShift | null> {
    return (await this.session.rows<KnownShift>(LOCK_SHIFT, [id]))[0] ?? null;
  }

  async saveShift({ id, readerId, kept }: KnownShift): Promise<void> {
    await this.session.rows(SAVE_SHIFT, [id, readerId, kept]);
  }

  async removeShift(id: string): Promise<void> {
    await this.session.rows(REMOVE_SHIFT, [id]);
  }
}
