import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays, weekdayOf, type Moment } from '../calendar/day.js';
import { wallTimeAt, type WallTime } from './lending-windows.js';
import type { BorrowerKind } from './loan-policy.js';

/** A time of the week, every week of the term or every second one; times are `HH:MM`, the end is no longer in it. */
export type WeeklySlot = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly everyWeeks: 1 | 2;
  /** The week of the term in which it is held first. */
  readonly firstWeek: 1 | 2;
};

export type LendingSlot = WeeklySlot & { readonly id: string; readonly classId: string };

/** What is otherwise on one day; `movedOn` null: cancelled. */
export type SlotChange = {
  readonly slotId: string;
  readonly on: CalendarDay;
  readonly movedOn: CalendarDay | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** The published rotation of a school that has a word on lending outside the slot (CIR-005). */
export type ClassRotation = {
  readonly outside: 'warn' | 'deny';
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly slots: readonly LendingSlot[];
  readonly changes: readonly SlotChange[];
};

const mondayOf = (day: CalendarDay): CalendarDay => plusDays(day, 1 - weekdayOf(day));

/** Week of the term, 1 for the one in which it begins; weeks begin on Monday. */
export const weekOfTerm = (startsOn: CalendarDay, day: CalendarDay): number =>
  Math.floor((Date.parse(mondayOf(day)) - Date.parse(mondayOf(startsOn))) / 604_800_000) + 1;

/** Whether the pattern names the day, changes and closed days aside. */
export const namesDay = (slot: WeeklySlot, startsOn: CalendarDay, day: CalendarDay): boolean =>
  slot.weekday === weekdayOf(day) && (weekOfTerm(startsOn, day) - slot.firstWeek) % slot.everyWeeks === 0;

const isWithin = (at: string, from: string | null, to: string | null): boolean =>
  from !== null && to !== null && from <= at && at < to;

/** How a class stands to its slots at a moment; `none`: no rotation speaks of it on that day. */
export function placeInRotation(
  rotation: ClassRotation,
  classId: string,
  on: CalendarDay,
  time: string,
): 'none' | 'within' | 'outside' {
  if (on < rotation.startsOn || on > rotation.endsOn) return 'none';
  const slots = rotation.slots.filter((slot) => slot.classId === classId);
  if (slots.length === 0) return 'none';
  const isHeld = slots.some((slot) => {
    const changes = rotation.changes.filter(({ slotId }) => slotId === slot.id);
    const isChanged = changes.some((change) => change.on === on);
    return (
      (!isChanged && namesDay(slot, rotation.startsOn, on) && isWithin(time, slot.from, slot.to)) ||
      changes.some(({ movedOn, from, to }) => movedOn === on && isWithin(time, from, to))
    );
  });
  return isHeld ? 'within' : 'outside';
}

/** What a desk says to a class or a pupil of it outside the slot; nothing to anybody else. */
export function outsideSlotOf(
  rotations: readonly ClassRotation[],
  borrower: { readonly kind: BorrowerKind; readonly classId: string | null } | null,
  moment: Moment,
): { readonly outsideSlot?: { readonly says: 'warn' | 'deny' } & WallTime } {
  const classId = borrower?.kind === 'student' || borrower?.kind === 'class' ? borrower.classId : null;
  if (classId === null || rotations.length === 0) return {};
  const at = wallTimeAt(moment.at, moment.zone);
  const outside = rotations.find(
    (rotation) => placeInRotation(rotation, classId, moment.on, at.time) === 'outside',
  );
  return outside === undefined ? {} : { outsideSlot: { says: outside.outside, ...at } };
}
