import { Injectable } from '@nestjs/common';
import type { SchoolClassId } from '@shulian/contracts/ids';
import {
  Clock,
  invalid,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refusingTakenId, wishedExternalId } from '../external-ids.step.js';
import { refuse } from '../refuse.adapter.js';
import { toClassView, type ChangeClassAsked } from './classes.http.js';
import { wishedDescription } from './open-class.use-case.js';
import { describedClass, isEntryYear, movedClass, renamedOutside } from './rules/school-class.js';
import { classChanged } from './school-class.events.js';
import { ClassesRepository } from './classes.repository.js';

/** Another number or entry year for a class: a slip put right, classes divided anew. */
@Injectable()
export class ChangeClass {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: SchoolClassId,
    version: number,
    input: ChangeClassAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const today = this.clock.today();
      const before = await tx.use(ClassesRepository).locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      if (input.entryYear !== undefined && !isEntryYear(input.entryYear, today))
        throw invalid({ pointer: '/entryYear', code: 'out-of-range' });
      const moved = movedClass(before, {
        ...(input.entryYear === undefined ? {} : { entryYear: input.entryYear }),
        ...(input.classNo === undefined ? {} : { classNo: input.classNo }),
      });
      const wished = wishedDescription(before.section, input);
      const described = describedClass(moved, {
        ...(input.stream === undefined ? {} : { stream: wished.stream }),
        ...(input.campus === undefined ? {} : { campus: wished.campus }),
      });
      const schoolClass =
        input.externalId === undefined
          ? described
          : renamedOutside(described, wishedExternalId(input.externalId));
      if (schoolClass !== before) {
        const isFree = await refusingTakenId(() => tx.use(ClassesRepository).change(schoolClass));
        if (!isFree) throw refuse('class.exists');
      }
      if (moved !== before) await tx.outbox.append(classChanged(schoolClass, today));
      return toClassView(schoolClass, today);
    });
  }
}
