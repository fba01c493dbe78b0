import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { ContestTypeAsked } from './contests.http.js';
import type { ContestTypeView } from './contest-views.http.js';
import { ContestsRepository } from './contests.repository.js';

/** A type of contest is added at a school, called otherwise, or ended (ACT-031). */
@Injectable()
export class PutContestType {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 403 for another school */
  execute(caller: Caller, input: ContestTypeAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { code, zh, en, takes, retired = false } = input;
    return this.once.run(request, 200, async (tx): Promise<ContestTypeView> => {
      await tx.use(ContestsRepository).putType({ schoolId, code, zh, en, takes, retired });
      return { code, zh, en, takes, ofSchool: true, retired };
    });
  }
}
