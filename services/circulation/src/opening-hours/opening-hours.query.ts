import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import { afterCursor, Clock, invalid, Lists, pageOf, type Page, type Rows } from '@shulian/service-kit';
import { pageOfWhole } from '../library-rooms/whole-list.query.js';
import { RotationQuery } from '../rotation/rotation.query.js';
import { OpeningFacts, type PlannedRoom, type PlanOfSchool } from './opening.facts.js';
import type { HoursAsked, OpeningDay, OpeningDaysAsked, OpeningExceptionsAsked, OpeningExceptionView, OpeningHoursView, OpeningTotal, OpeningTotalsAsked, OpenRoom, OpenRoomsView } from './opening-hours.http.js'; // prettier-ignore
import type { DutyShiftsAsked, DutyShiftView, PunctualityAsked, PunctualityLine, PunctualitySummary, RoomOpeningsAsked, RoomOpeningView } from './room-openings.http.js'; // prettier-ignore
import type { DayOfRoom, Span } from './rules/opening.js';
import { atTheDoor, keptOn, type RealOpening } from './rules/punctuality.js';

const MOST_DAYS = 62;
const HOURS = `select kind, weekday, opens as "from", closes as "to", audience from room_hours where room_id = $1
  order by weekday, opens, place`;
const VERSION = 'select version from room_timing where room_id = $1';
const EXCEPTIONS = `select e.id, e.room_id as "roomId", m.name as "roomName", e.on_day::text as "on", e.spans, e.reason
  from opening_exception e left join library_room m on m.id = e.room_id
  where e.school_id = $1 and e.on_day >= coalesce($2::date, '-infinity')
    and ($3::date is null or (e.on_day, e.id) > ($3::date, $4::uuid))
  order by e.on_day, e.id limit $5`;
const OPENINGS = `select o.id, o.room_id as "roomId", m.name as "roomName", o.on_day::text as "on", o.opened_at as "openedAt",
    o.closed_at as "closedAt", o.entered_by as "enteredBy"
  from room_opening o join library_room m on m.id = o.room_id`;
const SHIFTS = `select d.id, d.room_id as "roomId", m.name as "roomName", d.on_day::text as "on", d.starts, d.ends,
    d.reader_id as "readerId", d.kept, d.version
  from duty_shift d join library_room m on m.id = d.room_id`;
const minutes = (time: string): string =>
  `split_part(${time}, ':', 1)::int * 60 + split_part(${time}, ':', 2)::int`;
/** Minutes of the week in which a room, or any room of a school, is open; what overlaps counts once. */
const TOTALS = `
  with span as (
    select m.school_id, m.id as room_id, m.name, h.weekday,
      int4range(h.weekday * 1440 + ${minutes('h.opens')}, h.weekday * 1440 + ${minutes('h.closes')}) as minutes, m.all_day
    from library_room m left join room_hours h on h.room_id = m.id
    where m.retired_on is null and ($1::uuid is null or m.school_id = $1)
  ), whole as (
    select school_id, room_id, name, weekday, unnest(case when all_day then int4multirange(range_merge(range_agg(minutes)))
      else range_agg(minutes) end) as minutes
    from span where minutes is not null group by school_id, room_id, name, weekday, all_day
  ), total as (
    select s.school_id, null::uuid as room_id, null as name, (
      select coalesce(sum(upper(r) - lower(r)), 0) from unnest((
        select range_agg(w.minutes) from whole w where w.school_id = s.school_id)) as r)::int as open, (
      select coalesce(sum(upper(r) - lower(r)), 0) from unnest((
        select range_agg(w.minutes) from whole w where w.school_id = s.school_id and w.weekday >= 6)) as r)::int as weekend
    from known_school s where $1::uuid is null or s.school_id = $1
    union all
    select m.school_id, m.room_id, m.name, coalesce(sum(upper(w.minutes) - lower(w.minutes)), 0)::int,
      coalesce(sum(upper(w.minutes) - lower(w.minutes)) filter (where w.weekday >= 6), 0)::int
    from (select distinct school_id, room_id, name from span) m left join whole w on w.room_id = m.room_id
    group by m.school_id, m.room_id, m.name
  )
  select t.school_id as "schoolId", k.name as "schoolName", t.room_id as "roomId", t.name as "roomName", t.open, t.weekend
  from total t left join known_school k on k.school_id = t.school_id
  where ($2::boolean is not true or t.open < $3::int * 60)
    and ($4::uuid is null or (t.school_id, coalesce(t.room_id, '${'0'.repeat(8)}-0000-0000-0000-000000000000')) > ($4::uuid, $5::uuid))
  order by t.school_id, coalesce(t.room_id, '${'0'.repeat(8)}-0000-0000-0000-000000000000') limit $6`;
const NO_ROOM = '00000000-0000-0000-0000-000000000000';
const hoursOf = (count: number): number => Math.round((count / 60) * 100) / 100;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** When rooms are open, and were; who is there. */
@Injectable()
export class OpeningHoursQuery {
  constructor(
    private readonly lists: Lists,
    private readonly rotation: RotationQuery,
    private readonly clock: Clock,
  ) {}

  async ofRoom(roomId: string, rows: Rows = this.lists): Promise<OpeningHoursView> {
    const all = await rows.rows<HoursAsked & { kind: string }>(HOURS, [roomId]);
    const [timing] = await rows.rows<{ version: number }>(VERSION, [roomId]);
    const of = (wanted: string): HoursAsked[] =>
      all.filter(({ kind }) => kind === wanted).map(({ kind: _, ...hours }) => hours);
    return {
      roomId,
      hours: of('regular'),
      extracurricular: of('extracurricular'),
      version: timing?.version ?? 0,
    };
  }

  async exceptions(schoolId: SchoolId, input: OpeningExceptionsAsked): Promise<Page<OpeningExceptionView>> {
    const after = afterCursor(input.cursor, 2);
    const values = [schoolId, input.from ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1];
    return pageOf(
      await this.lists.rows<OpeningExceptionView>(EXCEPTIONS, values),
      input.limit,
      (row) => row,
      (row) => [row.on, row.id],
    );
  }

  /** @throws Problem 400 for days too far apart */
  async days(schoolId: SchoolId, input: OpeningDaysAsked): Promise<Page<OpeningDay>> {
    const { from, to } = this.rangeOf(input, 6);
    const { rooms, days } = await new OpeningFacts(this.lists).between(schoolId, from, to);
    const roomOf = new Map(rooms.map((room) => [room.id, room]));
    const slots = Map.groupBy(
      (await this.rotation.daysBetween(schoolId, from, to)).filter(
        ({ state }) => state === 'held' || state === 'moved-here',
      ),
      ({ on, roomId }) => `${on} ${roomId}`,
    );
    const shown = days.filter(
      ({ roomId, why }) => why !== 'retired' && (input.roomId === undefined || input.roomId === roomId),
    );
    return pageOfWhole(
      shown.map(({ on, roomId, spans, why, reason }): OpeningDay => {
        const room = roomOf.get(roomId);
        const isClosed = spans.length === 0;
        return {
          on,
          weekday: weekdayOf(on),
          roomId,
          roomName: room?.name ?? '',
          state: isClosed ? 'closed' : 'open',
          why,
          reason,
          spans: [...spans],
          minutes: atTheDoor(spans).reduce((sum, span) => sum + minutesOf(span.to) - minutesOf(span.from), 0),
          alternativeName: isClosed ? (room?.alternativeName ?? null) : null,
          alternativeNote: isClosed ? (room?.alternativeNote ?? null) : null,
          classes: (slots.get(`${on} ${roomId}`) ?? []).map(({ from: begins, to: ends, classId, className, purpose }) => ({ from: begins, to: ends, classId, className, purpose })), // prettier-ignore
        };
      }),
      input,
    );
  }

  async totals(schoolId: SchoolId | null, input: OpeningTotalsAsked): Promise<Page<OpeningTotal>> {
    type Row = Omit<OpeningTotal, 'hours' | 'weekendHours' | 'minimumHours' | 'missingHours'> & { open: number; weekend: number }; // prettier-ignore
    const after = afterCursor(input.cursor, 2);
    const { minimumHours } = input;
    const values = [
      schoolId,
      input.below ?? null,
      minimumHours,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ];
    return pageOf(
      await this.lists.rows<Row>(TOTALS, values),
      input.limit,
      ({ open, weekend, ...row }) => ({
        ...row,
        hours: hoursOf(open),
        weekendHours: hoursOf(weekend),
        minimumHours,
        missingHours: hoursOf(Math.max(0, minimumHours * 60 - open)),
      }),
      (row) => [row.schoolId, row.roomId ?? NO_ROOM],
    );
  }

  /** What the door would say. */
  async openNow(schoolId: SchoolId): Promise<OpenRoomsView> {
    const on = this.clock.today();
    const { time } = wallTimeAt(this.clock.instant(), this.clock.zone);
    const plan = await new OpeningFacts(this.lists).between(schoolId, on, plusDays(on, 14));
    const inUse = plan.rooms.filter(({ retiredOn }) => retiredOn === null);
    return { on, time, rooms: inUse.map((room) => openRoom(room, plan, on, time)) };
  }

  async openings(schoolId: SchoolId, input: RoomOpeningsAsked): Promise<Page<RoomOpeningView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<RoomOpeningView>(
      `${OPENINGS} where o.school_id = $1 and ($2::uuid is null or o.room_id = $2)
         and o.on_day between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
         and ($5::date is null or (o.on_day, o.id) < ($5::date, $6::uuid)) order by o.on_day desc, o.id desc limit $7`,
      [schoolId, input.roomId ?? null, input.from ?? null, input.to ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1], // prettier-ignore
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.on, row.id],
    );
  }

  async opening(id: string, rows: Rows): Promise<RoomOpeningView> {
    const [row] = await rows.rows<RoomOpeningView>(`${OPENINGS} where o.id = $1`, [id]);
    if (row === undefined) throw new Error('the opening is gone');
    return row;
  }

  /** @throws Problem 400 for days too far apart */
  async punctuality(
    schoolId: SchoolId,
    input: PunctualityAsked,
  ): Promise<Page<PunctualityLine> & { readonly summary: PunctualitySummary }> {
    const today = this.clock.today();
    const { from, to } = this.rangeOf(
      { from: input.from ?? plusDays(input.to ?? today, -29), to: input.to ?? today },
      29,
    );
    const { rooms, days } = await new OpeningFacts(this.lists).between(schoolId, from, to);
    const real = await this.lists.rows<RealOpening>(
      `${OPENINGS} where o.school_id = $1 and o.on_day between $2 and $3`,
      [schoolId, from, to],
    );
    const now = { on: today, time: wallTimeAt(this.clock.instant(), this.clock.zone).time };
    const nameOf = new Map(rooms.map(({ id, name }) => [id, name]));
    const ofDay = Map.groupBy(real, ({ on, roomId }) => `${on} ${roomId}`);
    const lines = days
      .filter(({ roomId }) => input.roomId === undefined || input.roomId === roomId)
      .flatMap((day) => keptOn(day, ofDay.get(`${day.on} ${day.roomId}`) ?? [], now, input.tolerance))
      .map((line): PunctualityLine => ({ ...line, roomName: nameOf.get(line.roomId) ?? '' }));
    return { ...pageOfWhole(lines, input), summary: summaryOf(lines) };
  }

  shifts(ids: readonly string[], rows: Rows): Promise<DutyShiftView[]> {
    return rows.rows<DutyShiftView>(
      `${SHIFTS} where d.id = any($1::uuid[]) order by d.on_day, d.starts, d.id`,
      [ids],
    );
  }

  async roster(schoolId: SchoolId, input: DutyShiftsAsked): Promise<Page<DutyShiftView>> {
    const after = afterCursor(input.cursor, 3);
    const rows = await this.lists.rows<DutyShiftView>(
      `${SHIFTS} where d.school_id = $1 and ($2::uuid is null or d.room_id = $2) and ($3::uuid is null or d.reader_id = $3)
         and d.on_day between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
         and ($6::date is null or (d.on_day, d.starts, d.id) > ($6::date, $7, $8::uuid))
       order by d.on_day, d.starts, d.id limit $9`,
      [schoolId, input.roomId ?? null, input.readerId ?? null, input.from ?? null, input.to ?? null, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, input.limit + 1], // prettier-ignore
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      (row) => [row.on, row.starts, row.id],
    );
  }

  /** @param span days after the first where the last is left out */
  private rangeOf(
    input: { readonly from?: CalendarDay; readonly to?: CalendarDay },
    span: number,
  ): { readonly from: CalendarDay; readonly to: CalendarDay } {
    const from = input.from ?? this.clock.today();
    const to = input.to ?? plusDays(from, span);
    if (to < from || to > plusDays(from, MOST_DAYS)) throw invalid({ pointer: '?to', code: 'out-of-range' });
    return { from, to };
  }
}

const spanAt = (spans: readonly Span[], time: string): Span | undefined =>
  spans.find(({ from, to }) => from <= time && time < to);

function openRoom(room: PlannedRoom, plan: PlanOfSchool, on: CalendarDay, time: string): OpenRoom {
  const spansToday = (id: string | null): readonly Span[] =>
    plan.days.find((day) => day.roomId === id && day.on === on)?.spans ?? [];
  const now = spanAt(spansToday(room.id), time);
  const instead = plan.rooms.find(({ id }) => id === room.alternativeId);
  const there = instead === undefined ? undefined : spanAt(spansToday(instead.id), time);
  return {
    roomId: room.id,
    name: room.name,
    place: room.place,
    open: now !== undefined,
    until: now?.to ?? null,
    audience: now?.audience ?? null,
    next: now === undefined ? nextOf(plan.days, room.id, on, time) : null,
    alternative:
      now !== undefined || (instead === undefined && room.alternativeNote === null)
        ? null
        : {
            roomId: instead?.id ?? null,
            name: instead?.name ?? null,
            place: instead?.place ?? null,
            open: there !== undefined,
            until: there?.to ?? null,
            note: room.alternativeNote,
          },
  };
}

function nextOf(days: readonly DayOfRoom[], roomId: string, on: CalendarDay, time: string): OpenRoom['next'] {
  for (const day of days) {
    if (day.roomId !== roomId) continue;
    const next = day.spans.find(({ from }) => day.on > on || from > time);
    if (next !== undefined) return { on: day.on, from: next.from };
  }
  return null;
}

function summaryOf(lines: readonly PunctualityLine[]): PunctualitySummary {
  const count = (wanted: string): number => lines.filter(({ status }) => status === wanted).length;
  const [onTime, late, missed] = [count('on-time'), count('late'), count('missed')];
  const planned = onTime + late + missed;
  return {
    planned,
    onTime,
    late,
    missed,
    onTimePercent: planned === 0 ? null : Math.round((onTime / planned) * 1_000) / 10,
  };
}
