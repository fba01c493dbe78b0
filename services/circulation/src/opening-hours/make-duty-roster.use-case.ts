import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import { plusDays, weekdayOf } from '@shulian/lending-rules/calendar/day';
import { isOpen } from '@shulian/lending-rules/calendar/school-calendar';
import { conflict, Database, invalid, newId, OncePerKey, refuseIfStale, Transaction, unknownReference, unknownThing, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { OpeningHoursQuery } from './opening-hours.query.js';
import { OpeningHoursRepository, type KnownShift, type Shift } from './opening-hours.repository.js';
import type { DutyRosterAsked, DutyShiftChange, DutyShiftView } from './room-openings.http.js';

const MOST_DAYS = 200;

/** Staff take turns in a room, open day by open day (CIR-036). */
@Injectable()
export class MakeDutyRoster {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly rooms: LibraryRoomsQuery,
    private readonly hours: OpeningHoursQuery,
    private readonly database: Database,
  ) {}

  /** @throws Problem 400, 404 for a room out of reach, 409 `duty-shift.person-busy`, 422 for somebody who does not work here */
  async execute(caller: Caller, input: DutyRosterAsked, request: DeskRequest | null): Promise<Answer> {
    const { from, to, starts, ends, roomId } = input;
    if (to < from || to > plusDays(from, MOST_DAYS)) throw invalid({ pointer: '/to', code: 'out-of-range' });
    if (ends <= starts) throw invalid({ pointer: '/ends', code: 'before-starts' });
    const { schoolId } = await this.rooms.ownRoom(caller, roomId, this.database);
    return this.oncePerKey.run(request, 201, async (tx) => {
      await tx.use(OpeningHoursRepository).queueForDuty(schoolId);
      await refuseStrangers(tx, schoolId, input.readerIds, '/readerIds');
      const { calendar } = await new SchoolRulesFacts(tx.session).of(schoolId);
      const shifts = turns(input, (day) => isOpen(calendar, day));
      if (shifts.length === 0) throw invalid({ pointer: '/weekdays', code: 'no-open-day' });
      await refuseBusy(tx, shifts);
      await tx.use(OpeningHoursRepository).addShifts(schoolId, roomId, shifts);
      return {
        items: await this.hours.shifts(
          shifts.map(({ id }) => id),
          tx.session,
        ),
      };
    });
  }

  /** @throws Problem 404, 409 `duty-shift.person-busy`, 412, 422 */
  change(caller: Caller, id: string, input: DutyShiftChange, version: number): Promise<DutyShiftView> {
    return this.transaction.run(async (tx) => {
      const shift = await own(caller, id, tx);
      refuseIfStale(version, shift.version);
      const readerId = (input.readerId ?? shift.readerId) as ReaderId;
      const changed = { ...shift, readerId, kept: input.kept ?? shift.kept };
      if (readerId !== shift.readerId) {
        await tx.use(OpeningHoursRepository).queueForDuty(shift.schoolId);
        await refuseStrangers(tx, shift.schoolId, [readerId], '/readerId');
        await refuseBusy(tx, [changed]);
      }
      await tx.use(OpeningHoursRepository).saveShift(changed);
      const [view] = await this.hours.shifts([id], tx.session);
      if (view === undefined) throw unknownThing();
      return view;
    });
  }

  /** @throws Problem 404 */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await own(caller, id, tx);
      await tx.use(OpeningHoursRepository).removeShift(id);
    });
  }
}

async function own(caller: Caller, id: string, tx: Tx): Promise<KnownShift> {
  const shift = await tx.use(OpeningHoursRepository).lockedShift(id);
  if (shift === null || !caller.mayWorkAt(shift.schoolId)) throw unknownThing();
  return shift;
}

async function refuseStrangers(
  tx: Tx,
  schoolId: SchoolId,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  const staff = await tx.use(OpeningHoursRepository).staffAmong(schoolId, ids);
  if (ids.some((id) => !staff.has(id))) throw unknownReference(pointer);
}

async function refuseBusy(tx: Tx, shifts: readonly Shift[]): Promise<void> {
  if (await tx.use(OpeningHoursRepository).isSomebodyBusy(shifts)) throw conflict('duty-shift.person-busy');
}

/** One after the other, day by day. */
function turns(input: DutyRosterAsked, isOpenOn: (day: CalendarDay) => boolean): Shift[] {
  const { starts, ends, readerIds } = input;
  const days: CalendarDay[] = [];
  for (let on = input.from; on <= input.to; on = plusDays(on, 1))
    if (input.weekdays.includes(weekdayOf(on)) && isOpenOn(on)) days.push(on);
  return days.map((on, at) => ({
    id: newId(),
    on,
    starts,
    ends,
    readerId: readerIds[at % readerIds.length] as ReaderId,
  }));
}
