import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { carryOutMove } from './carry-out-move.step.js';
import { stepRefusal } from './rules/shelf-shift.js';
import { ShelfShiftsRepository } from './shelf-shifts.repository.js';

/** Carries one step of a shelf shift out: a move like any other, whose undo makes the step one that is to be done. */
@Injectable()
export class CarryOutStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `shelf-shift.ended`, `shelf-shift.step-done`, or with the reasons of a move */
  execute(caller: Caller, id: string, number: number, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const shifts = tx.use(ShelfShiftsRepository);
      const shift = await shifts.locked(id);
      if (shift === null || !caller.mayWorkAt(shift.schoolId)) throw unknownThing();
      const step = await shifts.step(id, number);
      if (step === null) throw unknownThing();
      const refusal = stepRefusal(shift, step.moveId !== null);
      if (refusal !== null) throw conflict(refusal);
      const { toId, standsIn, fromCallNumber, toCallNumber, evenIfFull } = step;
      const choice = {
        toId,
        evenIfFull,
        ...(standsIn === null ? {} : { standsIn }),
        ...(fromCallNumber === null ? {} : { fromCallNumber }),
        ...(toCallNumber === null ? {} : { toCallNumber }),
      };
      const moveId = await carryOutMove(tx, choice, shift.schoolId, { at: this.clock.now(), by: caller.id });
      await shifts.carriedOut(id, number, moveId);
      return shifts.view(id);
    });
  }
}
