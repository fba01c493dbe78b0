import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { toClassView, type OpenClassAsked } from './classes.http.js';
import { isEntryYear, sectionsOf, type PlaceOfClass, type SchoolClass } from './rules/school-class.js';
import { classOpened } from './school-class.events.js';

/** A school has a new class. */
@Injectable()
export class OpenClass {
  constructor(
    private readonly once: OncePerKey<ReadersStore>,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, asked: OpenClassAsked): Promise<Answer> {
    return this.once.run(request, 201, async (store) => {
      const school = await store.schools.byId(caller.schoolFor(asked.schoolId));
      if (school === null) throw unknownReference('/schoolId');
      if (!isEntryYear(asked.entryYear, this.clock.today()))
        throw invalid({ pointer: '/entryYear', code: 'out-of-range' });
      if (!sectionsOf(school.kind).includes(asked.section))
        throw refuse('class.section-not-in-school', { section: asked.section, kind: school.kind });
      const { section, entryYear, classNo } = asked;
      const opened = await openClass(store, this.clock, school.id, { section, entryYear, classNo });
      if (opened === null) throw refuse('class.exists');
      return toClassView(opened, this.clock.today());
    });
  }
}

/** Writes and announces a class; null when the school has it already. */
export async function openClass(
  store: Pick<ReadersStore, 'classes' | 'outbox'>,
  clock: Clock,
  schoolId: SchoolId,
  place: PlaceOfClass,
): Promise<SchoolClass | null> {
  const schoolClass: SchoolClass = { id: newId(), schoolId, ...place, version: 1, announced: 1 };
  if (!(await store.classes.add(schoolClass, clock.now()))) return null;
  await store.outbox.append(classOpened(schoolClass, clock.today()));
  return schoolClass;
}
