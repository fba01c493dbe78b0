import type { ProblemCode } from '@shulian/contracts/problems';
import type { WeeklySlot } from '@shulian/lending-rules/policy/class-slots';

export type SlotPurpose = 'lending' | 'reading';

/** A slot as it stands in a timetable. */
export type PlacedSlot = WeeklySlot & {
  readonly id: string;
  readonly classId: string;
  readonly roomId: string;
  readonly purpose: SlotPurpose;
  readonly windowCode: string | null;
};

export type RoomForSlots = {
  readonly id: string;
  readonly purposes: readonly string[];
  /** Classes in one zone at once. */
  readonly classesAtOnce: number;
};

export type Collision = { readonly code: ProblemCode; readonly with: string | null };

/** Slots of one class in one timetable. */
export const MOST_SLOTS_OF_CLASS = 40;

type Span = { readonly from: string; readonly to: string };
export const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** The most that are held at one moment of a span. */
export const mostAtOnce = (span: Span, others: readonly Span[]): number =>
  Math.max(
    0,
    ...[span.from, ...others.map(({ from }) => from)]
      .filter((at) => span.from <= at && at < span.to)
      .map((at) => others.filter(({ from, to }) => from <= at && at < to).length),
  );

const weeksOf = (slot: WeeklySlot): readonly number[] => (slot.everyWeeks === 1 ? [1, 2] : [slot.firstWeek]);

/** Both are held at one moment of some week. */
export const collide = (one: WeeklySlot, other: WeeklySlot): boolean =>
  one.weekday === other.weekday &&
  overlap(one, other) &&
  weeksOf(one).some((week) => weeksOf(other).includes(week));

/**
 * Why a slot cannot stand beside those that are placed: its class is somewhere else, or the zone of the room is full. Lending and
 * reading are zones of their own in a room for both (CIR-007).
 */
export function collisions(slot: PlacedSlot, placed: readonly PlacedSlot[], room: RoomForSlots): Collision[] {
  const others = placed.filter(({ id }) => id !== slot.id);
  const meeting = others.filter((other) => collide(slot, other));
  const ofClass = meeting.find(({ classId }) => classId === slot.classId);
  const inZone = meeting.filter(({ roomId, purpose }) => roomId === slot.roomId && purpose === slot.purpose);
  const isFull = weeksOf(slot).some(
    (week) =>
      mostAtOnce(
        slot,
        inZone.filter((other) => weeksOf(other).includes(week)),
      ) >= room.classesAtOnce,
  );
  const found: Collision[] = [];
  if (!room.purposes.includes(slot.purpose)) found.push({ code: 'rotation.room-not-for', with: null });
  if (ofClass !== undefined) found.push({ code: 'rotation.class-busy', with: ofClass.id });
  if (isFull) found.push({ code: 'rotation.room-taken', with: inZone[0]?.id ?? null });
  if (others.filter(({ classId }) => classId === slot.classId).length >= MOST_SLOTS_OF_CLASS)
    found.push({ code: 'rotation.too-many-slots', with: null });
  return found;
}

/** A place that a rule offers: a time of the week in a room. */
export type Place = {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly windowCode: string | null;
  readonly room: RoomForSlots;
};

export type PlacingRule = {
  readonly purpose: SlotPurpose;
  readonly everyWeeks: 1 | 2;
  /** Slots of a class in a week in which it comes, each on another weekday (CIR-032: Monday and Wednesday). */
  readonly timesAWeek: number;
};

/**
 * Gives each class its slots: the first place that is free for it, classes in the order given, so that the same rule gives the same
 * timetable. A class that does not get all its slots gets none.
 */
export function placeClasses(
  classIds: readonly string[],
  places: readonly Place[],
  rule: PlacingRule,
  placed: readonly PlacedSlot[],
  newId: () => string,
): { readonly slots: readonly PlacedSlot[]; readonly unplaced: readonly string[] } {
  const all = [...placed];
  const made: PlacedSlot[] = [];
  const unplaced: string[] = [];
  for (const classId of classIds) {
    const own: PlacedSlot[] = [];
    for (let time = 0; time < rule.timesAWeek; time += 1) {
      const next = firstFree(classId, own, places, rule, [...all, ...own], newId);
      if (next !== null) own.push(next);
    }
    if (own.length < rule.timesAWeek) unplaced.push(classId);
    else {
      all.push(...own);
      made.push(...own);
    }
  }
  return { slots: made, unplaced };
}

function firstFree(
  classId: string,
  own: readonly PlacedSlot[],
  places: readonly Place[],
  { purpose, everyWeeks }: PlacingRule,
  all: readonly PlacedSlot[],
  newId: () => string,
): PlacedSlot | null {
  const weeks: readonly (1 | 2)[] =
    everyWeeks === 1 ? [1] : own[0] === undefined ? [1, 2] : [own[0].firstWeek];
  for (const { room, ...time } of places) {
    if (own.some(({ weekday }) => weekday === time.weekday)) continue;
    for (const firstWeek of weeks) {
      const slot = { ...time, id: newId(), classId, roomId: room.id, purpose, everyWeeks, firstWeek };
      if (collisions(slot, all, room).length === 0) return slot;
    }
  }
  return null;
}
