import { Injectable } from '@nestjs/common';
import {
  Clock,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolClassId } from '@shulian/contracts/ids';
import { CardWindowsRepository } from '../card-windows/card-windows.repository.js';
import { isInReach } from '../classes-in-reach.step.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { toBatchView, type BatchAsked } from './card-production.http.js';
import { CardProductionRepository } from './card-production.repository.js';

/** The notice is out: cards for a class begin to be made (RDR-006). */
@Injectable()
export class BeginBatch {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a class or window out of reach, or a window that is not for the class */
  execute(caller: Caller, input: BatchAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const windowId = input.windowId ?? null;
    return this.oncePerKey.run(request, 201, async (tx) => {
      const schoolClass = await tx.use(ClassesRepository).byId(input.classId as SchoolClassId);
      if (schoolClass === null || !isInReach(caller, { ...schoolClass, classId: schoolClass.id }))
        throw unknownReference('/classId');
      const { id: classId, schoolId } = schoolClass;
      if (windowId !== null && !(await tx.use(CardWindowsRepository).isClassOf(windowId, classId)))
        throw unknownReference('/windowId');
      const batches = tx.use(CardProductionRepository);
      const id = newId();
      await batches.add({ id, schoolId, classId, windowId }, today, caller.id);
      return toBatchView(await batches.view(id), today);
    });
  }
}
