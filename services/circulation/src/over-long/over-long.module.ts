import { Module } from '@nestjs/common';
import { OverLongController } from './over-long.controller.js';
import { OverLongQuery } from './over-long.query.js';
import { ReviewOverLong } from './review-over-long.use-case.js';
import { UndoReview } from './undo-review.use-case.js';

@Module({
  controllers: [OverLongController],
  providers: [OverLongQuery, ReviewOverLong, UndoReview],
})
export class OverLongModule {}
