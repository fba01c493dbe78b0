import { Injectable } from '@nestjs/common';
import {
  Clock,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import { OverLongReviewsRepository } from './over-long-reviews.repository.js';
import type { ReviewsAnswer, ReviewsAsked } from './over-long.http.js';

/** Somebody has gone through the long list and says of each loan what is to be done this term (CIR-022). */
@Injectable()
export class ReviewOverLong {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 where a loan is closed or of another school: then none is marked */
  execute(caller: Caller, input: ReviewsAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const on = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx): Promise<ReviewsAnswer> => {
      const { startsOn } = await termOn(tx.session, schoolId, on);
      const reviewed = await tx.use(OverLongReviewsRepository).review(schoolId, input.loanIds, {
        termStartsOn: startsOn,
        decision: input.decision,
        on,
        by: caller.id,
        note: input.note ?? null,
      });
      if (reviewed < input.loanIds.length) throw unknownReference('/loanIds');
      return { reviewed, termStartsOn: startsOn };
    });
  }
}
