import type { ProblemCode } from '@shulian/contracts/problems';
import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { mostAtOnce, overlap } from '../../rotation/rules/placing.js';

export const SESSION_KINDS = ['reading-lesson', 'lesson', 'debate', 'writing', 'activity', 'themed'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const SESSION_STATES = ['asked', 'booked', 'declined', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];
export type Zone = 'reading' | 'electronic' | 'activity';

/** The zone of the room that a session takes: who reads sits at the tables, all else is for the room of activities, or the tables where it has none. */
export function zoneOf(kind: SessionKind, purposes: readonly string[]): Zone | null {
  const wanted: readonly Zone[] =
    kind === 'reading-lesson' || kind === 'themed'
      ? ['reading', 'electronic']
      : ['activity', 'reading', 'electronic'];
  return wanted.find((zone) => purposes.includes(zone)) ?? null;
}

/** The day, and the same weekday of each week until another; days on which the school is closed are left out after the first. */
export function daysOfSeries(
  on: CalendarDay,
  until: CalendarDay | null,
  isOpen: (day: CalendarDay) => boolean,
): CalendarDay[] {
  const days = [on];
  for (let day = plusDays(on, 7); until !== null && day <= until; day = plusDays(day, 7))
    if (isOpen(day)) days.push(day);
  return days;
}

/** What is in a room on a day: a session, or a slot of a class. */
export type Occupied = {
  readonly id: string;
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
  readonly roomId: string;
  /** A zone, or `lending`. */
  readonly zone: string;
  readonly classId: string | null;
};

export type Clash = { readonly code: ProblemCode; readonly on: CalendarDay; readonly with: string | null };

/** Why something cannot be there as well: its class is somewhere else, or the zone holds as many classes as it takes. */
export function clashes(
  wanted: Occupied,
  others: readonly Occupied[],
  classesAtOnce: number,
): readonly Clash[] {
  const meeting = others.filter(
    (other) => other.id !== wanted.id && other.on === wanted.on && overlap(other, wanted),
  );
  const ofClass = meeting.find(({ classId }) => classId !== null && classId === wanted.classId);
  const inZone = meeting.filter(({ roomId, zone }) => roomId === wanted.roomId && zone === wanted.zone);
  const found: Clash[] = [];
  if (ofClass !== undefined) found.push({ code: 'room-session.class-busy', on: wanted.on, with: ofClass.id });
  if (mostAtOnce(wanted, inZone) >= classesAtOnce)
    found.push({ code: 'room-session.room-taken', on: wanted.on, with: inZone[0]?.id ?? null });
  return found;
}

/** A seat that is free for all of a time, the lowest; the one asked for, if there is one. null: none. */
export function freeSeat(
  seats: number,
  taken: readonly { readonly seat: number; readonly from: string; readonly to: string }[],
  wanted: { readonly from: string; readonly to: string; readonly seat: number | null },
): number | null {
  const isTaken = new Set(taken.filter((each) => overlap(each, wanted)).map(({ seat }) => seat));
  if (wanted.seat !== null) return wanted.seat <= seats && !isTaken.has(wanted.seat) ? wanted.seat : null;
  for (let seat = 1; seat <= seats; seat += 1) if (!isTaken.has(seat)) return seat;
  return null;
}
