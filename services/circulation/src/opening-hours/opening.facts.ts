import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import type { Rows } from '@shulian/service-kit';
import { ROOM_VIEW } from '../library-rooms/library-room.row.js';
import type { LibraryRoomView } from '../library-rooms/library-rooms.http.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import {
  planOfDay,
  type DayOfRoom,
  type ExceptionOfDay,
  type HoursOfRoom,
  type RoomToOpen,
} from './rules/opening.js';

const ROOMS = `${ROOM_VIEW} where m.school_id = $1 order by m.id`;
const HOURS = `select h.room_id as "roomId", h.weekday, h.opens as "from", h.closes as "to", h.audience
  from room_hours h join library_room m on m.id = h.room_id where m.school_id = $1`;
const EXCEPTIONS = `select room_id as "roomId", on_day::text as "on", spans, reason from opening_exception
  where school_id = $1 and on_day between $2 and $3`;

export type PlannedRoom = LibraryRoomView & RoomToOpen;
export type PlanOfSchool = { readonly rooms: readonly PlannedRoom[]; readonly days: readonly DayOfRoom[] };

/** When the rooms of a school are to be open. */
export class OpeningFacts {
  constructor(private readonly rows: Rows) {}

  /** Day by day, room by room. */
  async between(schoolId: SchoolId, from: CalendarDay, to: CalendarDay): Promise<PlanOfSchool> {
    const rooms = await this.rows.rows<PlannedRoom>(ROOMS, [schoolId]);
    const hours = await this.rows.rows<HoursOfRoom>(HOURS, [schoolId]);
    const exceptions = await this.rows.rows<ExceptionOfDay>(EXCEPTIONS, [schoolId, from, to]);
    const { calendar } = await new SchoolRulesFacts(this.rows).of(schoolId);
    const days: DayOfRoom[] = [];
    for (let on = from; on <= to; on = plusDays(on, 1))
      for (const room of rooms) days.push(planOfDay(room, hours, exceptions, calendar, on));
    return { rooms, days };
  }
}
