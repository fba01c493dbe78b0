import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { tellAnswer } from './tell-answer.step.js';
import { openRequest } from './open-request.step.js';
import type { ServiceAnswerAsked } from './service-requests.http.js';
import { ServiceRequestsRepository } from './service-requests.repository.js';

/** Answers a request; a topic that is followed is answered again and again. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where it is answered, ended or declined already */
  execute(
    caller: Caller,
    id: string,
    input: ServiceAnswerAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const open = await openRequest(tx, caller, id, 'answer');
      const requests = tx.use(ServiceRequestsRepository);
      const onDay = this.clock.today();
      const { words = null, partner = null, items } = input;
      await requests.answer(id, { id: newId(), onDay, words, partner, items: items ?? 1, by: caller.id });
      await requests.move({ ...open, status: 'answered' });
      await tellAnswer(tx, open, onDay);
      return requests.view(id, onDay);
    });
  }
}
