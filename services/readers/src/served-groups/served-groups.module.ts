import { Module } from '@nestjs/common';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { ChangeGroup } from './change-group.use-case.js';
import { ChangeMembers } from './change-members.use-case.js';
import { EnterService } from './enter-service.use-case.js';
import { FoundGroup } from './found-group.use-case.js';
import { GroupServicesController } from './group-services.controller.js';
import { ServedGroupsController } from './served-groups.controller.js';
import { ServedGroupsQuery } from './served-groups.query.js';
import { StrikeService } from './strike-service.use-case.js';

@Module({
  controllers: [ServedGroupsController, GroupServicesController],
  providers: [
    ChangeGroup,
    ChangeMembers,
    EnterService,
    FoundGroup,
    LogSightOfReaders,
    ServedGroupsQuery,
    StrikeService,
  ],
})
export class ServedGroupsModule {}
