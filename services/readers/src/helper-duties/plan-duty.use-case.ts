import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  Transaction,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isInReach, refuseOutOfReach } from '../classes-in-reach.step.js';
import { HelperDutiesRepository, type HelperOnRoster } from './helper-duties.repository.js';
import type { DutySlotAsked, DutySlotChangeAsked } from './helper-duties.http.js';
import { collide, type DutySlot } from './rules/duty.js';

/** Who has duty on which weekday and in which period (RDR-028): helpers in office who were trained, one place at a time. */
@Injectable()
export class PlanDuty {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a helper out of reach, 400 for days in the wrong order, 409 */
  plan(caller: Caller, input: DutySlotAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const duties = tx.use(HelperDutiesRepository);
      const helper = await duties.helper(input.helperId);
      if (helper === null || !isInReach(caller, helper)) throw unknownReference('/helperId');
      if (helper.status !== 'appointed') throw conflict('duty.not-in-office');
      if (!helper.trained) throw conflict('duty.untrained');
      const today = this.clock.today();
      const slot: DutySlot = {
        id: newId(),
        version: 1,
        schoolId: helper.schoolId,
        classId: helper.classId,
        helperId: helper.id,
        weekday: input.weekday,
        period: input.period,
        place: input.place ?? null,
        tasks: input.tasks ?? helper.duties,
        startsOn: (input.startsOn ?? helper.startsOn) as CalendarDay,
        endsOn: (input.endsOn ?? helper.endsOn) as CalendarDay,
        enteredOn: today,
        enteredBy: caller.id,
      };
      await refuseUnkeepable(tx, helper, slot);
      await duties.addSlot(slot);
      return duties.slotView(slot.id, today);
    });
  }

  /** @throws Problem 404, 412, 400, 409 also for another weekday or period of a duty that has entries */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: DutySlotChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const duties = tx.use(HelperDutiesRepository);
      const before = await duties.lockedSlot(id);
      refuseOutOfReach(caller, before);
      refuseIfStale(version, before.version);
      const slot: DutySlot = {
        ...before,
        version: before.version + 1,
        weekday: input.weekday ?? before.weekday,
        period: input.period ?? before.period,
        place: input.place === undefined ? before.place : input.place,
        tasks: input.tasks ?? before.tasks,
        startsOn: (input.startsOn ?? before.startsOn) as CalendarDay,
        endsOn: (input.endsOn ?? before.endsOn) as CalendarDay,
      };
      const isMoved = slot.weekday !== before.weekday || slot.period !== before.period;
      if (isMoved && (await duties.hasEntries(id))) throw conflict('duty.has-entries');
      const helper = await duties.helper(slot.helperId);
      if (helper !== null) await refuseUnkeepable(tx, helper, slot);
      await duties.changeSlot(slot);
      return duties.slotView(id, this.clock.today());
    });
  }

  /** @throws Problem 404, 409 `duty.has-entries` */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const duties = tx.use(HelperDutiesRepository);
      refuseOutOfReach(caller, await duties.lockedSlot(id));
      if (await duties.hasEntries(id)) throw conflict('duty.has-entries');
      await duties.removeSlot(id);
    });
  }
}

async function refuseUnkeepable(tx: Tx, helper: HelperOnRoster, slot: DutySlot): Promise<void> {
  if (slot.endsOn < slot.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
  if (slot.startsOn < helper.startsOn || slot.endsOn > helper.endsOn) throw conflict('duty.outside-office');
  const others = await tx.use(HelperDutiesRepository).slotsOfPupil(helper.id);
  if (others.some((other) => other.id !== slot.id && collide(other, slot))) throw conflict('duty.conflict');
}
