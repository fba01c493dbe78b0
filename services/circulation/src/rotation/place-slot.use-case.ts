import { Injectable } from '@nestjs/common';
import { invalid, newId, OncePerKey, Transaction, unknownReference, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { RoomsForUse } from '../library-rooms/rooms-for-use.step.js';
import type { BellScheduleView } from './bell-schedule.http.js';
import { OwnTimetable, refuseCollisions } from './own-timetable.step.js';
import type { SlotAsked } from './rotation.http.js';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';
import { collisions, type PlacedSlot } from './rules/placing.js';

/** A slot is placed, or taken out, by hand. */
@Injectable()
export class PlaceSlot {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly query: RotationQuery,
  ) {}

  /** @throws Problem 400 for a time that is none, 404, 422 for a class, room or window; Refused 409 `rotation.conflict` */
  execute(caller: Caller, id: string, input: SlotAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const timetable = await tx.use(OwnTimetable).of(caller, id);
      const rotation = tx.use(RotationRepository);
      const classes = await rotation.classesOf(timetable.schoolId);
      if (!classes.some(({ classId }) => classId === input.classId)) throw unknownReference('/classId');
      const rooms = await tx.use(RoomsForUse).of(timetable.schoolId, [input.roomId], '/roomId');
      const room = rooms.get(input.roomId);
      if (room === undefined) throw unknownReference('/roomId');
      const slot: PlacedSlot = {
        id: newId(),
        classId: input.classId,
        roomId: input.roomId,
        purpose: input.purpose,
        weekday: input.weekday,
        everyWeeks: input.everyWeeks,
        firstWeek: input.everyWeeks === 1 ? 1 : input.firstWeek,
        ...timeOf(input, await this.query.bell(timetable.schoolId, tx.session)),
      };
      const where = { weekday: slot.weekday, from: slot.from };
      refuseCollisions(
        collisions(slot, await rotation.slots(id), room).map((each) => ({ ...each, facts: where })),
      );
      await rotation.addSlots(id, [slot]);
      await rotation.save(timetable);
      return this.query.slot(slot.id, tx.session);
    });
  }

  /** @throws Problem 404 */
  async remove(caller: Caller, slotId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const timetable = await tx.use(OwnTimetable).ofSlot(caller, slotId);
      const rotation = tx.use(RotationRepository);
      if (!(await rotation.slots(timetable.id)).some(({ id }) => id === slotId)) throw unknownThing();
      await rotation.removeSlots([slotId]);
      await rotation.save(timetable);
    });
  }
}

/** By a window on that weekday, or by the clock. @throws Problem 400, 422 */
function timeOf(input: SlotAsked, bell: BellScheduleView): Pick<PlacedSlot, 'from' | 'to' | 'windowCode'> {
  const code = input.window ?? null;
  if (code !== null) {
    const window = bell.onTheClock.find((each) => each.code === code);
    if (window?.weekdays.includes(input.weekday) !== true) throw unknownReference('/window');
    return { from: window.from, to: window.to, windowCode: code };
  }
  const [from, to] = [input.from ?? null, input.to ?? null];
  if (from === null || to === null) throw invalid({ pointer: '/from', code: 'needed' });
  if (from >= to) throw invalid({ pointer: '/to', code: 'before-from' });
  return { from, to, windowCode: null };
}
