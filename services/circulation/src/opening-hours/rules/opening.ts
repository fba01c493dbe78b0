import type { CalendarDay } from '@shulian/contracts/ids';
import { weekdayOf } from '@shulian/lending-rules/calendar/day';
import { isOpen, termOf, type SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';

export const AUDIENCES = ['all', 'pupils', 'teachers'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Times are `HH:MM`; at the end the room is closed. */
export type Span = { readonly from: string; readonly to: string; readonly audience: Audience };
export type HoursOfRoom = Span & { readonly roomId: string; readonly weekday: number };
export type ExceptionOfDay = {
  /** null: all rooms of the school. */
  readonly roomId: string | null;
  readonly on: CalendarDay;
  /** Empty: closed. */
  readonly spans: readonly Span[];
  readonly reason: string | null;
};
export type RoomToOpen = {
  readonly id: string;
  readonly allDay: boolean;
  readonly retiredOn: CalendarDay | null;
};

export const WHYS = ['planned', 'exception', 'holiday', 'vacation', 'no-hours', 'retired'] as const;
export type Why = (typeof WHYS)[number];
export type DayOfRoom = {
  readonly roomId: string;
  readonly on: CalendarDay;
  readonly spans: readonly Span[];
  readonly why: Why;
  readonly reason: string | null;
};

const closed = (why: Why) => ({ spans: [], why, reason: null });
const vacationIn = (calendar: SchoolCalendar, on: CalendarDay): boolean =>
  calendar.terms.length > 0 && termOf(calendar, on) === null;

/**
 * When a room is to be open on a day. An exception of the room comes before one of the school, both before the calendar (CIR-048).
 * A closed working day is a holiday, or of the vacation; on a weekend of the term a room keeps the hours it has for it.
 */
export function planOfDay(
  room: RoomToOpen,
  hours: readonly HoursOfRoom[],
  exceptions: readonly ExceptionOfDay[],
  calendar: SchoolCalendar,
  on: CalendarDay,
): DayOfRoom {
  const of = { roomId: room.id, on };
  if (room.retiredOn !== null && room.retiredOn <= on) return { ...of, ...closed('retired') };
  const ofDay = exceptions.filter((each) => each.on === on);
  const exception =
    ofDay.find(({ roomId }) => roomId === room.id) ?? ofDay.find(({ roomId }) => roomId === null);
  if (exception !== undefined)
    return { ...of, spans: inOrder(exception.spans), why: 'exception', reason: exception.reason };
  const weekday = weekdayOf(on);
  if (!isOpen(calendar, on)) {
    if (vacationIn(calendar, on)) return { ...of, ...closed('vacation') };
    if (weekday <= 5) return { ...of, ...closed('holiday') };
  }
  const own = hours.filter((each) => each.roomId === room.id && each.weekday === weekday);
  if (own.length === 0) return { ...of, ...closed('no-hours') };
  return { ...of, spans: room.allDay ? allDay(own) : inOrder(own), why: 'planned', reason: null };
}

const inOrder = (spans: readonly Span[]): Span[] =>
  spans
    .map(({ from, to, audience }) => ({ from, to, audience }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));

/** Open from its first hour to its last, for all (CIR-047). */
const allDay = (spans: readonly Span[]): Span[] => {
  const [first] = spans.map(({ from }) => from).sort();
  const last = spans
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? [] : [{ from: first, to: last, audience: 'all' }];
};

/** Two spans of one weekday that overlap for the same audience say the same twice, or contradict each other. */
export const overlapping = (hours: readonly (Span & { readonly weekday: number })[]): number =>
  hours.findIndex((one, at) =>
    hours.some(
      (other, before) =>
        before < at &&
        one.weekday === other.weekday &&
        one.audience === other.audience &&
        one.from < other.to &&
        other.from < one.to,
    ),
  );
