import { Module } from '@nestjs/common';
import { ContestsModule } from '../contests/contests.module.js';
import { ShowWorks } from './show-works.use-case.js';
import { WorkDisplaysController } from './work-displays.controller.js';
import { WorkDisplaysQuery } from './work-displays.query.js';

@Module({
  imports: [ContestsModule],
  controllers: [WorkDisplaysController],
  providers: [WorkDisplaysQuery, ShowWorks],
})
export class WorkDisplaysModule {}
