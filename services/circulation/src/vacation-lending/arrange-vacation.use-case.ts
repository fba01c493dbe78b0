import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { VacationAsked } from './vacation-lending.http.js';
import { VacationsRepository } from './vacations.repository.js';

/** A school says how it lends before a vacation. What is out already keeps its day; what goes out from now on is due after it. */
@Injectable()
export class ArrangeVacation {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 400 for days that do not follow each other, 422 for a class that the school has not */
  add(caller: Caller, input: VacationAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    refuseDays(input);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const id = newId();
      await put(tx, id, schoolId, input, 1);
      return tx.use(VacationsRepository).view(id);
    });
  }

  /** @throws Problem 404, 412, 400, 422, 409 `vacation.cancelled` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: VacationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    refuseDays(input);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const schoolId = await openOf(tx, caller, id, version);
      await put(tx, id, schoolId, input, version + 1);
      return tx.use(VacationsRepository).view(id);
    });
  }

  /** Loans made under it keep their day. @throws Problem 404, 409 `vacation.cancelled` */
  cancel(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await openOf(tx, caller, id, null);
      await tx.use(VacationsRepository).cancel(id);
      return tx.use(VacationsRepository).view(id);
    });
  }
}

async function openOf(tx: Tx, caller: Caller, id: string, version: number | null): Promise<SchoolId> {
  const found = await tx.use(VacationsRepository).locked(id);
  if (found === null || !caller.reach.schools.has(found.schoolId)) throw unknownThing();
  if (version !== null) refuseIfStale(version, found.version);
  if (found.cancelled) throw conflict('vacation.cancelled');
  return found.schoolId;
}

async function put(
  tx: Tx,
  id: string,
  schoolId: SchoolId,
  input: VacationAsked,
  version: number,
): Promise<void> {
  const vacations = tx.use(VacationsRepository);
  const classes = (input.slots ?? []).map(({ classId }) => classId);
  if (!(await vacations.hasClasses(classes, schoolId))) throw unknownReference('/slots');
  await vacations.save(id, schoolId, input, version);
}

function refuseDays({ lendFrom, lendTo, dueOn, slots = [] }: VacationAsked): void {
  const wrong: BodyError[] = [
    ...(lendTo < lendFrom ? [{ pointer: '/lendTo', code: 'before-lendFrom' }] : []),
    ...(dueOn <= lendTo ? [{ pointer: '/dueOn', code: 'not-after-lendTo' }] : []),
    ...slots.flatMap(({ on }, at) =>
      on < lendFrom || on > lendTo ? [{ pointer: `/slots/${String(at)}/on`, code: 'outside-lending' }] : [],
    ),
  ];
  if (wrong.length > 0) throw invalid(...wrong);
}
