import type { CalendarDay } from '@shulian/contracts/ids';
import type { DayOfRoom, Span } from './opening.js';

/** When a room was really open; `closedAt` null: nobody has said that it was closed. */
export type RealOpening = {
  readonly roomId: string;
  readonly on: CalendarDay;
  readonly openedAt: string;
  readonly closedAt: string | null;
};

export const PUNCTUALITIES = ['on-time', 'late', 'missed', 'due'] as const;
export type Punctuality = (typeof PUNCTUALITIES)[number];
export type KeptSpan = {
  readonly roomId: string;
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly status: Punctuality;
  /** 0 on time; null: not opened. */
  readonly minutesLate: number | null;
  /** null: not known. */
  readonly minutesEarly: number | null;
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const after = (time: string, other: string): number => Math.max(0, minutesOf(time) - minutesOf(other));

/** Hours for several audiences that touch or overlap are one time at the door. */
export function atTheDoor(spans: readonly Span[]): { from: string; to: string }[] {
  const joined: { from: string; to: string }[] = [];
  for (const { from, to } of [...spans].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = last.to < to ? to : last.to;
    else joined.push({ from, to });
  }
  return joined;
}

/**
 * Planned against real: an opening keeps the first span it lies in that no other has kept (CIR-051).
 * @param tolerance minutes that are still on time
 */
export function keptOn(
  plan: DayOfRoom,
  openings: readonly RealOpening[],
  now: { readonly on: CalendarDay; readonly time: string },
  tolerance: number,
): KeptSpan[] {
  const left = openings
    .filter(({ roomId, on }) => roomId === plan.roomId && on === plan.on)
    .sort((one, other) => (one.openedAt < other.openedAt ? -1 : 1));
  return atTheDoor(plan.spans).map(({ from, to }) => {
    const at = left.findIndex(
      ({ openedAt, closedAt }) => openedAt < to && (closedAt === null || closedAt > from),
    );
    const [opening] = at < 0 ? [] : left.splice(at, 1);
    const isOver = plan.on < now.on || (plan.on === now.on && to <= now.time);
    const minutesLate = opening === undefined ? null : after(opening.openedAt, from);
    const status =
      minutesLate === null ? (isOver ? 'missed' : 'due') : minutesLate <= tolerance ? 'on-time' : 'late';
    const closedAt = opening?.closedAt ?? null;
    return {
      roomId: plan.roomId,
      on: plan.on,
      from,
      to,
      openedAt: opening?.openedAt ?? null,
      closedAt,
      status,
      minutesLate,
      minutesEarly: closedAt === null ? null : after(to, closedAt),
    };
  });
}
