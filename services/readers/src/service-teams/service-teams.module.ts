import { Module } from '@nestjs/common';
import { KeepArea } from './keep-area.use-case.js';
import { KeepMembers } from './keep-members.use-case.js';
import { KeepTeam } from './keep-team.use-case.js';
import { LibraryAreasController } from './library-areas.controller.js';
import { ServiceTeamsController } from './service-teams.controller.js';
import { ServiceTeams } from './service-teams.query.js';

@Module({
  controllers: [ServiceTeamsController, LibraryAreasController],
  providers: [ServiceTeams, KeepTeam, KeepMembers, KeepArea],
})
export class ServiceTeamsModule {}
