import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { replanRefusal, type ShelfShift } from './rules/shelf-shift.js';
import type { ShiftAsked, ShiftChange, ShiftStepAsked } from './shelf-shifts.http.js';
import { ShelfShiftsRepository } from './shelf-shifts.repository.js';

/** Plans a project of several moves, plans it anew, ends it or goes on. */
@Injectable()
export class PlanShelfShift {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days or a step that are none, 422 for a place that the school has not */
  plan(caller: Caller, input: ShiftAsked, request: DeskRequest | null): Promise<Answer> {
    const shift: ShelfShift = {
      id: newId(),
      version: 1,
      schoolId: caller.schoolFor(input.schoolId),
      name: input.name,
      beginsOn: input.beginsOn as CalendarDay,
      endsOn: input.endsOn as CalendarDay,
      note: input.note ?? null,
      plannedBy: caller.id,
      endedOn: null,
    };
    refuseIfBackwards(shift);
    refuseIfUnclear(input.steps);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const shifts = tx.use(ShelfShiftsRepository);
      await refuseIfForeign(tx, shift.schoolId, input.steps);
      await shifts.add(shift);
      await shifts.putSteps(shift.id, input.steps);
      return shifts.view(shift.id);
    });
  }

  /** @throws Problem 404 out of reach, 412, 400 and 422 as of a plan, 409 `shelf-shift.begun`, `shelf-shift.ended` for other steps */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: ShiftChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { steps } = input;
    if (steps !== undefined) refuseIfUnclear(steps);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const shifts = tx.use(ShelfShiftsRepository);
      const shift = await shifts.locked(id);
      if (shift === null || !caller.mayWorkAt(shift.schoolId)) throw unknownThing();
      refuseIfStale(version, shift.version);
      const today = this.clock.today();
      const next: ShelfShift = {
        ...shift,
        version: shift.version + 1,
        name: input.name ?? shift.name,
        endsOn: (input.endsOn ?? shift.endsOn) as CalendarDay,
        note: input.note === undefined ? shift.note : input.note,
        endedOn: input.ended === undefined ? shift.endedOn : input.ended ? (shift.endedOn ?? today) : null,
      };
      refuseIfBackwards(next);
      if (steps !== undefined) {
        const refusal = replanRefusal(next, (await shifts.view(id)).done);
        if (refusal !== null) throw conflict(refusal);
        await refuseIfForeign(tx, shift.schoolId, steps);
        await shifts.putSteps(id, steps);
      }
      await shifts.change(next);
      return shifts.view(id);
    });
  }
}

const refuseIfBackwards = ({ beginsOn, endsOn }: ShelfShift): void => {
  if (endsOn < beginsOn) throw invalid({ pointer: '/endsOn', code: 'before-begin' });
};

/** Somebody must say which copies, and where to (null: nowhere). */
const refuseIfUnclear = (steps: readonly ShiftStepAsked[]): void => {
  const errors = steps.flatMap(({ toId, standsIn, fromCallNumber, toCallNumber }, at) => [
    ...(toId === undefined ? [{ pointer: `/steps/${String(at)}/toId`, code: 'is-defined' }] : []),
    ...((standsIn ?? fromCallNumber ?? toCallNumber) === undefined
      ? [{ pointer: `/steps/${String(at)}/standsIn`, code: 'is-defined' }]
      : []),
  ]);
  if (errors.length > 0) throw invalid(...errors);
};

const refuseIfForeign = async (
  tx: Tx,
  schoolId: SchoolId,
  steps: readonly ShiftStepAsked[],
): Promise<void> => {
  const places = steps.flatMap(({ toId, standsIn }) => [toId ?? [], standsIn ?? []].flat());
  if (await tx.use(ShelfShiftsRepository).anyForeign(schoolId, places)) throw unknownReference('/steps');
};
