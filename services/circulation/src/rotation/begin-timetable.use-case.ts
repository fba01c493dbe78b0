import { Injectable } from '@nestjs/common';
import { conflict, newId, OncePerKey, unknownReference, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import type { TimetableAsked } from './rotation.http.js';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';

/** The rotation timetable of a term is begun (CIR-031). */
@Injectable()
export class BeginTimetable {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly query: RotationQuery,
  ) {}

  /** @throws Problem 409 `rotation.term-taken`, 422 for a term that the school has not */
  execute(caller: Caller, input: TimetableAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const rotation = tx.use(RotationRepository);
      if (!(await rotation.isTermOf(schoolId, input.termId))) throw unknownReference('/termId');
      const { termId, name, outside } = input;
      const id = newId();
      if (!(await rotation.add({ id, schoolId, termId, name, outside })))
        throw conflict('rotation.term-taken');
      return this.query.timetable(id, tx.session);
    });
  }
}
