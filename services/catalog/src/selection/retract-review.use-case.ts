import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SuitabilityReviewId } from '@shulian/contracts/ids';
import { retracted } from './rules/suitability.js';
import { toReviewView } from './suitability-reviews.http.js';
import { SuitabilityReviewsRepository } from './suitability-reviews.repository.js';

/** A review was a mistake: it stays in the list, struck, and nothing more is ordered on it. */
@Injectable()
export class RetractReview {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a review of another school, 409 `suitability-review.already-retracted` */
  execute(
    caller: Caller,
    id: SuitabilityReviewId,
    reason: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const review = await tx.use(SuitabilityReviewsRepository).locked(id);
      if (review === null || !caller.mayWorkAt(review.schoolId)) throw unknownThing();
      const now = retracted(review, this.clock.today(), caller.id, reason);
      if (now === null) throw conflict('suitability-review.already-retracted');
      await tx.use(SuitabilityReviewsRepository).change(now);
      return toReviewView(now);
    });
  }
}
