import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ClassListsController } from './class-lists.controller.js';
import { ClassListsQuery } from './class-lists.query.js';
import { CommitSchoolYear } from './commit-school-year.use-case.js';
import { PrepareSchoolYear } from './prepare-school-year.use-case.js';
import { SchoolYearsController } from './school-years.controller.js';
import { SchoolYearsQuery } from './school-years.query.js';

@Module({
  controllers: [SchoolYearsController, ClassListsController],
  providers: [SchoolYearsQuery, ClassListsQuery, PrepareSchoolYear, CommitSchoolYear, LogSightOfReaders],
})
export class SchoolYearsModule {}
