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
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { isInReach, refuseOutOfReach } from '../classes-in-reach.step.js';
import { HelperDutiesRepository } from './helper-duties.repository.js';
import type { DutyEntryAsked, DutyEntryChangeAsked } from './helper-duties.http.js';
import { isOn, type DutyEntry, type DutySlot } from './rules/duty.js';

/** The work log of the service team (RDR-029): one entry a duty, whether it was kept, who stood in, what was done. */
@Injectable()
export class EnterDuty {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a duty out of reach, 400 for a stand-in without a substitution, 409 */
  async enter(caller: Caller, input: DutyEntryAsked, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.once.run(request, 201, (tx) => this.entered(tx, caller, input));
    } catch (error) {
      if (violatedUnique(error) === 'duty_entry_once') throw conflict('duty.entered-already');
      throw error;
    }
  }

  private async entered(tx: Tx, caller: Caller, input: DutyEntryAsked) {
    const duties = tx.use(HelperDutiesRepository);
    const slot = await duties.lockedSlot(input.slotId);
    if (slot === null || !isInReach(caller, slot)) throw unknownReference('/slotId');
    const onDay = input.onDay as CalendarDay;
    const today = this.clock.today();
    if (!isOn(slot, onDay)) throw conflict('duty.not-on-this-day');
    if (onDay > today) throw conflict('duty.to-come');
    const isEmpty = input.attendance === 'excused' || input.attendance === 'missed';
    const entry: DutyEntry = {
      id: newId(),
      version: 1,
      schoolId: slot.schoolId,
      classId: slot.classId,
      slotId: slot.id,
      helperId: slot.helperId,
      onDay,
      attendance: input.attendance,
      standInId: input.standInId ?? null,
      tasks: input.tasks ?? (isEmpty ? [] : slot.tasks),
      loans: input.loans ?? 0,
      returns: input.returns ?? 0,
      shelved: input.shelved ?? 0,
      note: input.note ?? null,
      enteredOn: today,
      enteredBy: caller.id,
    };
    await refuseStandIn(tx, slot, entry);
    await duties.addEntry(entry);
    return duties.entryView(entry.id);
  }

  /** @throws Problem 404, 412, 400, 409 */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: DutyEntryChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const duties = tx.use(HelperDutiesRepository);
      const { slot, entry: before } = await lockedEntry(tx, caller, id);
      refuseIfStale(version, before.version);
      const attendance = input.attendance ?? before.attendance;
      const kept = attendance === 'substituted' ? before.standInId : null;
      const entry: DutyEntry = {
        ...before,
        version: before.version + 1,
        attendance,
        standInId: input.standInId === undefined ? kept : input.standInId,
        tasks: input.tasks ?? before.tasks,
        loans: input.loans ?? before.loans,
        returns: input.returns ?? before.returns,
        shelved: input.shelved ?? before.shelved,
        note: input.note === undefined ? before.note : input.note,
      };
      await refuseStandIn(tx, slot, entry);
      await duties.changeEntry(entry);
      return duties.entryView(id);
    });
  }

  /** @throws Problem 404 */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedEntry(tx, caller, id);
      await tx.use(HelperDutiesRepository).removeEntry(id);
    });
  }
}

/** An entry under the lock of its duty, so that two who correct it come one after the other. @throws Problem 404 */
async function lockedEntry(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<{ readonly slot: DutySlot; readonly entry: DutyEntry }> {
  const duties = tx.use(HelperDutiesRepository);
  const found = await duties.entry(id);
  refuseOutOfReach(caller, found);
  const slot = await duties.lockedSlot(found.slotId);
  const entry = await duties.entry(id);
  refuseOutOfReach(caller, slot);
  refuseOutOfReach(caller, entry);
  return { slot, entry };
}

/** Who stands in is a helper of the school too, trained, and nowhere else at that time. */
async function refuseStandIn(tx: Tx, slot: DutySlot, entry: DutyEntry): Promise<void> {
  const { standInId, attendance, onDay } = entry;
  if ((attendance === 'substituted') !== (standInId !== null))
    throw invalid({ pointer: '/standInId', code: standInId === null ? 'missing' : 'not-substituted' });
  if (standInId === null) return;
  const duties = tx.use(HelperDutiesRepository);
  const standIn = await duties.helper(standInId);
  if (standIn?.schoolId !== slot.schoolId || standIn.id === slot.helperId)
    throw unknownReference('/standInId');
  const isInOffice = standIn.status === 'appointed' && onDay >= standIn.startsOn && onDay <= standIn.endsOn;
  if (!isInOffice) throw conflict('duty.stand-in-not-in-office');
  if (!standIn.trained) throw conflict('duty.untrained');
  const own = await duties.slotsOfPupil(standInId);
  const isElsewhere = own.some(({ period, ...other }) => period === slot.period && isOn(other, onDay));
  if (isElsewhere || (await duties.standsIn(standInId, entry, slot))) throw conflict('duty.conflict');
}
