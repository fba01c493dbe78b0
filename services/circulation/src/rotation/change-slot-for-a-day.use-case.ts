import { Injectable } from '@nestjs/common';
import { isOpen } from '@shulian/lending-rules/calendar/school-calendar';
import { conflict, invalid, newId, OncePerKey, Transaction, unknownReference, unknownThing, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { RoomsForUse } from '../library-rooms/rooms-for-use.step.js';
import type { LibraryRoom } from '../library-rooms/rules/library-room.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { OwnTimetable, refuseCollisions } from './own-timetable.step.js';
import { rotationSlotChanged } from './rotation.events.js';
import { RotationFacts } from './rotation.facts.js';
import type { SlotChangeAsked } from './rotation.http.js';
import { RotationRepository, type SessionOfDay } from './rotation.repository.js';
import type { TimetableRow } from './rotation.row.js';
import { isDueOn, isTakingPlace, type ChangeOfDay } from './rules/occurrences.js';
import { mostAtOnce, overlap, type Collision, type PlacedSlot } from './rules/placing.js';

/** A slot goes to another day, time or room for once, or is not held; and the way back. */
@Injectable()
export class ChangeSlotForADay {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Problem 404, 409 `rotation.not-held`, `rotation.changed-already`, 422 for a room; Refused 409 `rotation.conflict` */
  execute(
    caller: Caller,
    slotId: string,
    input: SlotChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const timetable = await tx.use(OwnTimetable).ofSlot(caller, slotId);
      const rotation = tx.use(RotationRepository);
      const slot = (await rotation.slots(timetable.id)).find(({ id }) => id === slotId);
      if (slot === undefined) throw unknownThing();
      const { calendar } = await new SchoolRulesFacts(tx.session).of(timetable.schoolId);
      const ofTerm = { ...slot, startsOn: timetable.startsOn, endsOn: timetable.endsOn };
      if (timetable.publishedVersion === null || !isDueOn(ofTerm, input.on, (day) => isOpen(calendar, day)))
        throw conflict('rotation.not-held');
      const change = await this.changeMeant(tx, timetable, slot, input);
      if (!(await rotation.addChange(change, caller.id))) throw conflict('rotation.changed-already');
      await rotation.touch(timetable.schoolId);
      const version = (await rotation.nextOf([slot.classId])).get(slot.classId) ?? 1;
      const movedTo = movedToOf(change);
      await tx.outbox.append(
        rotationSlotChanged({ ...slot, schoolId: timetable.schoolId }, input.on, movedTo === null ? 'cancelled' : 'moved', movedTo, version), // prettier-ignore
      );
      return change;
    });
  }

  /** @throws Problem 404; Refused 409 where the old time is taken by now */
  async takeBack(caller: Caller, changeId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const rotation = tx.use(RotationRepository);
      const found = await rotation.change(changeId);
      if (found === null) throw unknownThing();
      const timetable = await tx.use(OwnTimetable).ofSlot(caller, found.slotId);
      const change = await rotation.change(changeId);
      const slot = (await rotation.slots(timetable.id)).find(({ id }) => id === found.slotId);
      if (change === null || slot === undefined) throw unknownThing();
      const rooms = await tx.use(RoomsForUse).of(timetable.schoolId, [slot.roomId], '/roomId');
      await refuseWhatMeets(tx, timetable, slot, { ...slot, on: change.on }, rooms.get(slot.roomId));
      await rotation.removeChange(changeId);
      await rotation.touch(timetable.schoolId);
      const version = (await rotation.nextOf([slot.classId])).get(slot.classId) ?? 1;
      await tx.outbox.append(
        rotationSlotChanged({ ...slot, schoolId: timetable.schoolId }, change.on, 'restored', null, version),
      );
    });
  }

  private async changeMeant(
    tx: Tx,
    timetable: TimetableRow,
    slot: PlacedSlot,
    input: SlotChangeAsked,
  ): Promise<ChangeOfDay> {
    const [id, reason] = [newId(), input.reason ?? null];
    const { moveTo } = input;
    if (moveTo === undefined)
      return { id, slotId: slot.id, on: input.on, movedOn: null, from: null, to: null, roomId: null, reason };
    const from = moveTo.from ?? slot.from;
    const to = moveTo.to ?? slot.to;
    if (from >= to) throw invalid({ pointer: '/moveTo/to', code: 'before-from' });
    if (moveTo.on < timetable.startsOn || moveTo.on > timetable.endsOn)
      throw invalid({ pointer: '/moveTo/on', code: 'outside-term' });
    const roomId = moveTo.roomId ?? slot.roomId;
    const rooms = await tx.use(RoomsForUse).of(timetable.schoolId, [roomId], '/moveTo/roomId');
    await refuseWhatMeets(tx, timetable, slot, { on: moveTo.on, from, to }, rooms.get(roomId));
    return { id, slotId: slot.id, on: input.on, movedOn: moveTo.on, from, to, roomId, reason };
  }
}

type Moment = { readonly on: ChangeOfDay['on']; readonly from: string; readonly to: string };

/** @throws Refused 409 `rotation.conflict` */
async function refuseWhatMeets(
  tx: Tx,
  timetable: TimetableRow,
  slot: PlacedSlot,
  goal: Moment,
  room: LibraryRoom | undefined,
): Promise<void> {
  if (room === undefined) throw unknownReference('/roomId');
  const ofDay = await new RotationFacts(tx.session).between(timetable.schoolId, goal.on, goal.on);
  const slots = ofDay
    .filter((each) => isTakingPlace(each) && each.slot.id !== slot.id)
    .map(({ slot: other, from, to, roomId }) => ({ id: other.id, from, to, roomId, zone: other.purpose, classId: other.classId })); // prettier-ignore
  const sessions = await tx.use(RotationRepository).sessionsOn(timetable.schoolId, goal.on);
  const where = { on: goal.on, from: goal.from };
  refuseCollisions(
    meeting(slot, goal, [...slots, ...sessions], room).map((each) => ({ ...each, facts: where })),
  );
}

function meeting(
  slot: PlacedSlot,
  goal: Moment,
  others: readonly SessionOfDay[],
  room: LibraryRoom,
): Collision[] {
  const now = others.filter((each) => overlap(each, goal));
  const ofClass = now.find(({ classId }) => classId === slot.classId);
  const inZone = now.filter(({ roomId, zone }) => roomId === room.id && zone === slot.purpose);
  const found: Collision[] = [];
  if (!room.purposes.includes(slot.purpose)) found.push({ code: 'rotation.room-not-for', with: null });
  if (ofClass !== undefined) found.push({ code: 'rotation.class-busy', with: ofClass.id });
  if (mostAtOnce(goal, inZone) >= room.classesAtOnce)
    found.push({ code: 'rotation.room-taken', with: inZone[0]?.id ?? null });
  return found;
}

const movedToOf = ({ movedOn, from, to, roomId }: ChangeOfDay) =>
  movedOn === null || from === null || to === null || roomId === null
    ? null
    : { on: movedOn, from, to, roomId };
