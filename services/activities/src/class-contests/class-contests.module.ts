import { Module } from '@nestjs/common';
import { FromReadersModule } from '../from-readers/from-readers.module.js';
import { CallerPlacesQuery } from '../logbooks/caller-places.query.js';
import { ClassContestsController } from './class-contests.controller.js';
import { ClassContestsQuery } from './class-contests.query.js';
import { KeepContest } from './keep-contest.use-case.js';

@Module({
  imports: [FromReadersModule],
  controllers: [ClassContestsController],
  providers: [CallerPlacesQuery, ClassContestsQuery, KeepContest],
})
export class ClassContestsModule {}
