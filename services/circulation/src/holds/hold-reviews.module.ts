import { Global, Module } from '@nestjs/common';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { HoldReviewsSchedule } from './hold-reviews.schedule.js';
import { HoldsOnCopies } from './holds-on-copies.step.js';
import { ReviewHolds } from './review-holds.worker.js';

/** Global, because a desk asks `ClaimsOnCopies` without knowing who answers. */
@Global()
@Module({
  providers: [ReviewHolds, HoldReviewsSchedule, { provide: ClaimsOnCopies, useClass: HoldsOnCopies }],
  exports: [ReviewHolds, ClaimsOnCopies],
})
export class HoldReviewsModule {}
