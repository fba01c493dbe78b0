import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { RetractReview } from './retract-review.use-case.js';
import { ReviewSuitability } from './review-suitability.use-case.js';
import { SuggestWork } from './suggest-work.use-case.js';
import { SuggestionsController } from './suggestions.controller.js';
import { SuggestionsQuery } from './suggestions.query.js';
import { SuitabilityReviewsController } from './suitability-reviews.controller.js';
import { SuitabilityReviewsQuery } from './suitability-reviews.query.js';
import { Vote } from './vote.use-case.js';

@Module({
  imports: [FromReadersModule, OrdersModule],
  controllers: [SuitabilityReviewsController, SuggestionsController],
  providers: [ReviewSuitability, RetractReview, SuitabilityReviewsQuery, SuggestWork, Vote, SuggestionsQuery],
})
export class SelectionModule {}
