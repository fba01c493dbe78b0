import { Module } from '@nestjs/common';
import { KeepAward } from './keep-award.use-case.js';
import { ReadingAwardsController } from './reading-awards.controller.js';
import { ReadingAwards } from './reading-awards.query.js';

@Module({
  controllers: [ReadingAwardsController],
  providers: [ReadingAwards, KeepAward],
})
export class ReadingAwardsModule {}
