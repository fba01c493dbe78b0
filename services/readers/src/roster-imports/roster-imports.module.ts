import { Module } from '@nestjs/common';
import { JobsController } from '@shulian/service-kit';
import { CardsModule } from '../cards/cards.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { ImportRoster } from './import-roster.use-case.js';
import { KnownRoster } from './known-roster.query.js';
import { QueueRosterImport } from './queue-roster-import.use-case.js';
import { RosterImportsController } from './roster-imports.controller.js';
import { RostersWorker } from './rosters.worker.js';

@Module({
  imports: [CardsModule, EnrolmentModule, SchoolsModule],
  controllers: [RosterImportsController, JobsController],
  providers: [QueueRosterImport, ImportRoster, ApplyRosterSteps, KnownRoster, RostersWorker],
})
export class RosterImportsModule {}
