import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { invalid, newId, OncePerKey, unknownReference, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { RoomsForUse } from '../library-rooms/rooms-for-use.step.js';
import type { BellScheduleView } from './bell-schedule.http.js';
import { OwnTimetable, refuseCollisions } from './own-timetable.step.js';
import type { GenerationAsked } from './rotation.http.js';
import { inOrderOfClasses, RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';
import { gradeOfClass, type TimetableRow } from './rotation.row.js';
import { pieces } from './rules/bell-schedule.js';
import { placeClasses, type Place, type RoomForSlots } from './rules/placing.js';

/** Classes get their slots by a rule (CIR-032): which grades, on which weekdays, in which windows and rooms, how often. */
@Injectable()
export class GenerateSlots {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly query: RotationQuery,
  ) {}

  /** @throws Problem 400 without a time, 404, 422 for a room, class or window that the school has not; Refused 409 for a room that is not for it */
  execute(caller: Caller, id: string, input: GenerationAsked, request: DeskRequest | null): Promise<Answer> {
    if (input.windows.length + input.times.length === 0) throw invalid({ pointer: '/windows', code: 'none' });
    return this.oncePerKey.run(request, 200, async (tx) => {
      const timetable = await tx.use(OwnTimetable).of(caller, id);
      const rooms = await tx.use(RoomsForUse).of(timetable.schoolId, input.roomIds, '/roomIds');
      const inOrder = input.roomIds.flatMap((roomId) => rooms.get(roomId) ?? []);
      refuseCollisions(
        inOrder
          .filter(({ purposes }) => !purposes.includes(input.purpose))
          .map((room) => ({ code: 'rotation.room-not-for', with: room.id })),
      );
      const bell = await this.query.bell(timetable.schoolId, tx.session);
      const places = placesOf(input, bell, inOrder);
      const classIds = await classesMeant(tx, timetable, input);
      const rotation = tx.use(RotationRepository);
      const before = await rotation.slots(id);
      const goes = before.filter(
        ({ classId, purpose }) => input.replace && purpose === input.purpose && classIds.includes(classId),
      );
      const stays = before.filter((slot) => !goes.includes(slot));
      const { slots, unplaced } = placeClasses(classIds, places, input, stays, newId);
      await rotation.removeSlots(goes.map((slot) => slot.id));
      await rotation.addSlots(id, slots);
      if (slots.length + goes.length > 0) await rotation.save(timetable);
      return {
        placed: slots.length,
        removed: goes.length,
        unplacedClassIds: unplaced,
        timetable: await this.query.timetable(id, tx.session),
      };
    });
  }
}

/** In the order in which they are filled: day by day, then hour by hour, room by room. @throws Problem 422 for an unknown window */
function placesOf(input: GenerationAsked, bell: BellScheduleView, rooms: readonly RoomForSlots[]): Place[] {
  const minutes = input.minutes ?? null;
  const ofWindows = input.windows.map((code, at) => {
    const window = bell.onTheClock.find((each) => each.code === code);
    if (window === undefined) throw unknownReference(`/windows/${String(at)}`);
    return { ...window, windowCode: minutes === null ? code : null };
  });
  const byClock = input.times.map((time, at) => {
    if (time.from >= time.to) throw invalid({ pointer: `/times/${String(at)}/to`, code: 'before-from' });
    return { ...time, windowCode: null };
  });
  return [...ofWindows, ...byClock]
    .flatMap(({ weekdays, from, to, windowCode }) =>
      weekdays.flatMap((weekday) =>
        pieces(from, to, minutes).flatMap((piece) =>
          rooms.map((room) => ({ weekday, ...piece, windowCode, room })),
        ),
      ),
    )
    .sort(
      (one, other) =>
        one.weekday - other.weekday || (one.from < other.from ? -1 : one.from > other.from ? 1 : 0),
    );
}

/** Classes in the order of grades and numbers. @throws Problem 422 for one that the school has not */
async function classesMeant(tx: Tx, timetable: TimetableRow, input: GenerationAsked): Promise<string[]> {
  const all = await tx.use(RotationRepository).classesOf(timetable.schoolId satisfies SchoolId);
  const strange = (input.classIds ?? []).findIndex((id) => !all.some(({ classId }) => classId === id));
  if (strange >= 0) throw unknownReference(`/classIds/${String(strange)}`);
  const meant = all.filter((each) => {
    const grade = gradeOfClass(each, timetable.startsOn);
    return (
      grade !== null &&
      (input.grades.length === 0 || input.grades.includes(grade)) &&
      (input.classIds === undefined || input.classIds.includes(each.classId))
    );
  });
  return inOrderOfClasses(meant, timetable.startsOn).map(({ classId }) => classId);
}
