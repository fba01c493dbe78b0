import { RotationSentV1, RotationSlotChangedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolClassId, SchoolId, TermId } from '@shulian/contracts/ids';
import type { PlacedSlot } from './rules/placing.js';

export type SentSlots = RotationSentV1['data']['slots'];

/** What a class is told of its slots, in the order of the week. */
export const sentSlots = (slots: readonly PlacedSlot[]): SentSlots =>
  [...slots]
    .sort((one, other) => one.weekday - other.weekday || (one.from < other.from ? -1 : 1))
    .map(({ id, purpose, weekday, from, to, everyWeeks, firstWeek, roomId }) => ({
      slotId: id,
      purpose,
      weekday,
      from,
      to,
      everyWeeks,
      firstWeek,
      roomId,
    }));

/** @param version of what is announced of the class */
export const rotationSent = (
  timetable: { readonly id: string; readonly schoolId: SchoolId; readonly termId: string },
  classId: string,
  slots: SentSlots,
  version: number,
): Announcement =>
  RotationSentV1.announce(
    {
      timetableId: timetable.id,
      schoolId: timetable.schoolId,
      termId: timetable.termId as TermId,
      classId: classId as SchoolClassId,
      slots,
    },
    version,
  );

/** @param version of what is announced of the class */
export const rotationSlotChanged = (
  slot: { readonly id: string; readonly schoolId: SchoolId; readonly classId: string },
  on: CalendarDay,
  how: 'moved' | 'cancelled' | 'restored',
  movedTo: RotationSlotChangedV1['data']['movedTo'],
  version: number,
): Announcement =>
  RotationSlotChangedV1.announce(
    { slotId: slot.id, schoolId: slot.schoolId, classId: slot.classId as SchoolClassId, on, how, movedTo },
    version,
  );
