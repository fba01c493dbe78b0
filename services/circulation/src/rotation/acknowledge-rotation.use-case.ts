import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';

/** The teacher of a class says that it has got its timetable. */
@Injectable()
export class AcknowledgeRotation {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly query: RotationQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a class out of reach, 409 `rotation.not-sent` */
  async execute(caller: Caller, classId: string, request: DeskRequest | null): Promise<Answer> {
    await this.query.ownClass(caller, classId);
    const seenOn = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      if (!(await tx.use(RotationRepository).see(classId, seenOn, caller.id)))
        throw conflict('rotation.not-sent');
      return { classId, seenOn };
    });
  }
}
