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
import type { CheckAsked } from './class-returns.http.js';
import { ClassReturnsRepository } from './class-returns.repository.js';

/** What the class of the day has not brought back, so that its teacher hears of it the same day (CIR-038, P-16). */
@Injectable()
export class CheckClassReturns {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a class out of reach */
  execute(caller: Caller, input: CheckAsked, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const checks = tx.use(ClassReturnsRepository);
      const schoolId = await checks.schoolOfClass(input.classId);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownReference('/classId');
      const { classId, note = null } = input;
      return checks.add({ id: newId(), schoolId, classId, on: this.clock.today(), by: caller.id, note });
    });
  }
}
