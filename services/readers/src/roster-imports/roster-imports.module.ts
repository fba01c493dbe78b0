import { Module } from '@nestjs/common';
import { JobsController } from '@shulian/service-kit';
import { CardsModule } from '../cards/cards.module.js';
import { EnrolmentModule } from '../enrolment/enrolment.module.js';
import { SchoolsModule } from '../schools/schools.module.js';
import { ApplyRosterSteps } from './apply-roster-steps.use-case.js';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { DecideRosterDoubt } from './decide-roster-doubt.use-case.js';
import { RosterDoubtsController } from './roster-doubts.controller.js';
import { RosterDoubtsQuery } from './roster-doubts.query.js';
import { ImportOneRoster } from './import-one-roster.use-case.js';
import { ImportRoster } from './import-roster.use-case.js';
import { KeepRosterMapping } from './keep-roster-mapping.use-case.js';
import { KnownRoster } from './known-roster.query.js';
import { PreviewRoster } from './preview-roster.use-case.js';
import { QueueRosterImport } from './queue-roster-import.use-case.js';
import { RosterImportsController } from './roster-imports.controller.js';
import { RosterMappingsController } from './roster-mappings.controller.js';
import { RosterMappings } from './roster-mappings.query.js';
import { RostersWorker } from './rosters.worker.js';

@Module({
  imports: [CardsModule, EnrolmentModule, SchoolsModule],
  controllers: [RosterImportsController, RosterDoubtsController, RosterMappingsController, JobsController],
  providers: [
    ImportOneRoster,
    DecideRosterDoubt,
    RosterDoubtsQuery,
    LogSightOfReaders,
    KeepRosterMapping,
    PreviewRoster,
    RosterMappings,
    QueueRosterImport,
    ImportRoster,
    ApplyRosterSteps,
    KnownRoster,
    RostersWorker,
  ],
})
export class RosterImportsModule {}
