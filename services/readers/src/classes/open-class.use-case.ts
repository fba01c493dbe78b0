import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
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
      if (!sectionsOf(school.kind, school.system).includes(input.section))
        throw refuse('class.section-not-in-school', { section: input.section, kind: school.kind });
      const { section, entryYear, classNo } = input;
      const { stream, campus } = wishedDescription(section, input);
      const externalId = wishedExternalId(input.externalId);
      const opened = await refusingTakenId(() =>
        openClass(tx, this.clock, school.id, { section, entryYear, classNo }, { externalId, stream, campus }),
      );
      if (opened === null) throw refuse('class.exists');
      return toClassView(opened, this.clock.today());
    });
  }
}

/** @throws Problem 400 for a stream outside the senior section */
export function wishedDescription(
  section: Section,
  { stream = null, campus = null }: Pick<OpenClassAsked, 'stream' | 'campus'>,
): Pick<SchoolClass, 'stream' | 'campus'> {
  if (stream !== null && section !== 'senior') throw invalid({ pointer: '/stream', code: 'not-senior' });
  return { stream, campus: campus?.normalize('NFC').trim() ?? null };
}

/** Writes and announces a class; null when the school has it already. */
export async function openClass(
  tx: Tx,
  clock: Clock,
  schoolId: SchoolId,
  place: PlaceOfClass,
  more: Partial<Pick<SchoolClass, 'externalId' | 'stream' | 'campus'>> = {},
): Promise<SchoolClass | null> {
  const told = { externalId: null, stream: null, campus: null, ...more };
  const schoolClass: SchoolClass = { id: newId(), schoolId, ...place, version: 1, announced: 1, ...told };
  if (!(await tx.use(ClassesRepository).add(schoolClass, clock.now()))) return null;
  await tx.outbox.append(classOpened(schoolClass, clock.today()));
  return schoolClass;
}
