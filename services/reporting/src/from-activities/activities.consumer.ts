import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RecommendationPublishedV1 } from '@shulian/contracts/activities';
import { Digests, type Digesting } from '@shulian/service-kit';
import { KnownRecommendationsRepository } from './known-recommendations.repository.js';

/** What reporting hears of activities: what libraries recommend. */
@Controller()
export class ActivitiesConsumer {
  @Digests('from-activities', RecommendationPublishedV1)
  published(@Payload() event: RecommendationPublishedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownRecommendationsRepository).know(event);
  }
}
