import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  Clock,
  type DeskRequest,
  invalid,
  newId,
  OncePerKey,
  type Tx,
  unknownReference,
} from '@shulian/service-kit';
import { refusingTakenId, wishedExternalId } from '../external-ids.step.js';
import { refuse } from '../refuse.adapter.js';
import { toClassView, type OpenClassAsked } from './classes.http.js';
import { isEntryYear, sectionsOf, type PlaceOfClass, type SchoolClass } from './rules/school-class.js';
import { classOpened } from './school-class.events.js';
import { ClassesRepository } from './classes.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

/** A school has a new class. */
@Injectable()
export class OpenClass {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, input: OpenClassAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const school = await tx.use(SchoolsRepository).byId(caller.schoolFor(input.schoolId));
      if (school === null) throw unknownReference('/schoolId');
      if (!isEntryYear(input.entryYear, this.clock.today()))
        throw invalid({ pointer: '/entryYear', code: 'out-of-range' });
      if (!sectionsOf(school.kind).includes(input.section))
        throw refuse('class.section-not-in-school', { section: input.section, kind: school.kind });
      const { section, entryYear, classNo } = input;
      const externalId = wishedExternalId(input.externalId);
      const opened = await refusingTakenId(() =>
        openClass(tx, this.clock, school.id, { section, entryYear, classNo }, externalId),
      );
      if (opened === null) throw refuse('class.exists');
      return toClassView(opened, this.clock.today());
    });
  }
}

/** Writes and announces a class; null when the school has it already. */
export async function openClass(
  tx: Tx,
  clock: Clock,
  schoolId: SchoolId,
  place: PlaceOfClass,
  externalId: string | null = null,
): Promise<SchoolClass | null> {
  const schoolClass: SchoolClass = { id: newId(), schoolId, ...place, version: 1, announced: 1, externalId };
  if (!(await tx.use(ClassesRepository).add(schoolClass, clock.now()))) return null;
  await tx.outbox.append(classOpened(schoolClass, clock.today()));
  return schoolClass;
}
