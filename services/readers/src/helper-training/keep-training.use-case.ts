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
import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import { HelperTrainingRepository } from './helper-training.repository.js';
import type { AttendancesAsked, TrainingAsked, TrainingChangeAsked } from './helper-training.http.js';
import { afterStep, type HelperTraining, type TrainingStep } from './rules/helper-training.js';

/** Trainings of class helpers: planned, held with who came and passed, or cancelled (RDR-026). */
@Injectable()
export class KeepTraining {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  plan(caller: Caller, input: TrainingAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.once.run(request, 201, async (tx) => {
      const training: HelperTraining = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.name,
        heldOn: input.heldOn as CalendarDay,
        minutes: input.minutes,
        place: input.place ?? null,
        trainer: input.trainer,
        syllabus: input.syllabus,
        grades: input.grades ?? [],
        required: input.required ?? true,
        status: 'planned',
        enteredOn: this.clock.today(),
        enteredBy: caller.id,
      };
      await tx.use(HelperTrainingRepository).add(training);
      return tx.use(HelperTrainingRepository).view(training.id);
    });
  }

  /** @throws Problem 404, 412, 409 for one that is cancelled, or was held and would be of a day to come */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: TrainingChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedTraining(tx, caller, id);
      refuseIfStale(version, before.version);
      const heldOn = (input.heldOn ?? before.heldOn) as CalendarDay;
      const isHeldToCome = before.status === 'held' && heldOn > this.clock.today();
      if (before.status === 'cancelled' || isHeldToCome) throw conflict('helper-training.wrong-step');
      await tx.use(HelperTrainingRepository).change({
        ...before,
        version: before.version + 1,
        name: input.name ?? before.name,
        heldOn,
        minutes: input.minutes ?? before.minutes,
        place: input.place === undefined ? before.place : input.place,
        trainer: input.trainer ?? before.trainer,
        syllabus: input.syllabus ?? before.syllabus,
        grades: input.grades ?? before.grades,
        required: input.required ?? before.required,
      });
      return tx.use(HelperTrainingRepository).view(id);
    });
  }

  /** @throws Problem 404, 409 for a step that cannot be taken, or a training that is still to come */
  step(caller: Caller, id: string, step: TrainingStep, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedTraining(tx, caller, id);
      const status = afterStep(before.status, step);
      if (status === null) throw conflict('helper-training.wrong-step');
      if (status === 'held' && before.heldOn > this.clock.today()) throw conflict('helper-training.to-come');
      await tx.use(HelperTrainingRepository).change({ ...before, version: before.version + 1, status });
      return tx.use(HelperTrainingRepository).view(id);
    });
  }

  /** @throws Problem 404, 400 for a result of who was not there, 422 for a reader of another school, 409 before it was held */
  attend(
    caller: Caller,
    id: string,
    { items }: AttendancesAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const absent = items.findIndex(({ present, result }) => !present && result !== undefined);
    if (absent >= 0) throw invalid({ pointer: `/items/${absent}/result`, code: 'not-present' });
    const ids = items.map(({ readerId }) => readerId);
    const twice = ids.findIndex((readerId, at) => ids.indexOf(readerId) < at);
    if (twice >= 0) throw invalid({ pointer: `/items/${twice}/readerId`, code: 'twice' });
    return this.once.run(request, 200, async (tx) => {
      const training = await lockedTraining(tx, caller, id);
      if (training.status !== 'held') throw conflict('helper-training.wrong-step');
      const trainings = tx.use(HelperTrainingRepository);
      const known = await trainings.readersOf(training.schoolId, ids);
      const unknown = ids.findIndex((readerId) => !known.has(readerId as ReaderId));
      if (unknown >= 0) throw unknownReference(`/items/${unknown}/readerId`);
      const attendances = items.map(({ readerId, present, result = null, note = null }) => ({
        readerId: readerId as ReaderId,
        present,
        result,
        note,
      }));
      await trainings.attend(id, attendances, { on: this.clock.today(), by: caller.id });
      return trainings.view(id);
    });
  }
}

async function lockedTraining(tx: Tx, caller: Caller, id: string): Promise<HelperTraining> {
  const training = await tx.use(HelperTrainingRepository).locked(id);
  if (training === null || !caller.mayWorkAt(training.schoolId)) throw unknownThing();
  return training;
}
