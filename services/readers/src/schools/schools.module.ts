import { Module } from '@nestjs/common';
import { SchoolCalendarModule } from '../school-calendar/school-calendar.module.js';
import { ChangeSchool } from './change-school.use-case.js';
import { OpenSchool } from './open-school.use-case.js';
import { SchoolsController } from './schools.controller.js';
import { Schools } from './schools.query.js';

@Module({
  imports: [SchoolCalendarModule],
  controllers: [SchoolsController],
  providers: [OpenSchool, ChangeSchool, Schools],
  exports: [Schools],
})
export class SchoolsModule {}
