import type { CalendarDay } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { namesDay } from '@shulian/lending-rules/policy/class-slots';
import type { PlacedSlot } from './placing.js';

export type ChangeOfDay = {
  readonly id: string;
  readonly slotId: string;
  readonly on: CalendarDay;
  readonly movedOn: CalendarDay | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly roomId: string | null;
  readonly reason: string | null;
};
export type SlotOfTerm = PlacedSlot & { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay };

export const OCCURRENCE_STATES = ['held', 'moved-here', 'moved-away', 'cancelled'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** A slot on a day. */
export type Occurrence = {
  readonly slot: SlotOfTerm;
  readonly on: CalendarDay;
  readonly from: string;
  readonly to: string;
  readonly roomId: string;
  readonly state: OccurrenceState;
  readonly change: ChangeOfDay | null;
};

/** Both take place: somebody is in the room. */
export const isTakingPlace = ({ state }: Occurrence): boolean => state === 'held' || state === 'moved-here';

/** Whether the pattern of a slot, its term and the calendar let it be held on a day. */
export const isDueOn = (slot: SlotOfTerm, day: CalendarDay, isOpen: (day: CalendarDay) => boolean): boolean =>
  slot.startsOn <= day && day <= slot.endsOn && namesDay(slot, slot.startsOn, day) && isOpen(day);

/** All that is held, moved and cancelled from a day through another, by day, time and room. */
export function occurrencesBetween(
  slots: readonly SlotOfTerm[],
  changes: readonly ChangeOfDay[],
  isOpen: (day: CalendarDay) => boolean,
  from: CalendarDay,
  to: CalendarDay,
): Occurrence[] {
  const changesOf = Map.groupBy(changes, ({ slotId }) => slotId);
  const found: Occurrence[] = [];
  for (let on = from; on <= to; on = plusDays(on, 1)) {
    const opened = isOpen(on);
    for (const slot of slots) {
      const own = changesOf.get(slot.id) ?? [];
      const change = own.find((each) => each.on === on) ?? null;
      if (change !== null || isDueOn(slot, on, () => opened))
        found.push({
          slot,
          on,
          from: slot.from,
          to: slot.to,
          roomId: slot.roomId,
          state: stateBy(change),
          change,
        });
      for (const moved of own)
        if (moved.movedOn === on && moved.from !== null && moved.to !== null && moved.roomId !== null)
          found.push({ slot, on, from: moved.from, to: moved.to, roomId: moved.roomId, state: 'moved-here', change: moved }); // prettier-ignore
    }
  }
  return found.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const stateBy = (change: ChangeOfDay | null): OccurrenceState =>
  change === null ? 'held' : change.movedOn === null ? 'cancelled' : 'moved-away';
const keyOf = ({ on, from, roomId, slot, state }: Occurrence): string =>
  [on, from, roomId, slot.id, state].join();
