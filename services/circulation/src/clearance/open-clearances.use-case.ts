import { Injectable } from '@nestjs/common';
import { schoolYearOf } from '@shulian/lending-rules/desk/grade';
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
import type { ClearancesAnswer, ClearancesAsked } from './clearance.http.js';
import { ClearanceRepository } from './clearance.repository.js';

/** Somebody leaves, or a whole grade does: what they have and owe is called in (CIR-087). */
@Injectable()
export class OpenClearances {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 where it is not clear who is meant, 422 for readers or a class that are not of the school */
  execute(caller: Caller, input: ClearancesAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { readerIds, classId, grade } = input;
    if ([readerIds, classId, grade].filter((one) => one !== undefined).length !== 1)
      throw invalid({ pointer: '/readerIds', code: 'readers-class-or-grade' });
    const on = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx): Promise<ClearancesAnswer> => {
      const clearances = tx.use(ClearanceRepository);
      const readers = await clearances.meant(schoolId, {
        readerIds: readerIds ?? null,
        classId: classId ?? null,
        grade: grade ?? null,
        schoolYear: schoolYearOf(on),
      });
      if (readerIds !== undefined && readers.length < readerIds.length) throw unknownReference('/readerIds');
      if (classId !== undefined && readers.length === 0) throw unknownReference('/classId');
      const { why, withFiles, note = null } = input;
      const ids = readers.map(() => newId());
      const opened = await clearances.add(schoolId, ids, readers, {
        why,
        withFiles,
        on,
        by: caller.id,
        note,
      });
      return { opened, already: readers.length - opened };
    });
  }
}
