import { Module } from '@nestjs/common';
import { ChangeSchool } from './change-school.use-case.js';
import { OpenSchool } from './open-school.use-case.js';
import { SchoolsController } from './schools.controller.js';
import { Schools } from './schools.query.js';

@Module({
  controllers: [SchoolsController],
  providers: [OpenSchool, ChangeSchool, Schools],
  exports: [Schools],
})
export class SchoolsModule {}
