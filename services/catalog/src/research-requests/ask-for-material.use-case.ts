import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { askerOf } from '../selection/rules/suggestion.js';
import type { RequestAsked } from './research-requests.http.js';
import { ResearchRequestsRepository } from './research-requests.repository.js';

/** A teacher or a pupil asks the library for material on a topic. */
@Injectable()
export class AskForMaterial {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day that is gone */
  execute(caller: Caller, input: RequestAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    const neededBy = (input.neededBy ?? null) as CalendarDay | null;
    if (neededBy !== null && neededBy < today) throw invalid({ pointer: '/neededBy', code: 'in-the-past' });
    const id = newId();
    const schoolId = caller.schoolFor(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const requests = tx.use(ResearchRequestsRepository);
      await requests.add({
        id,
        schoolId,
        topic: input.topic,
        about: input.about ?? null,
        asker: askerOf(caller.reach.roles),
        askedBy: caller.id,
        askedOn: today,
        neededBy,
        status: 'open',
        words: null,
        settledOn: null,
        settledBy: null,
      });
      return requests.view(id, caller.id, today);
    });
  }
}
