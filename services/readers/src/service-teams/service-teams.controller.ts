import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { KeepMembers } from './keep-members.use-case.js';
import { KeepTeam } from './keep-team.use-case.js';
import { printedTeamMembers, printedTeams } from './service-teams.format.js';
import {
  TeamAsked,
  TeamChangeAsked,
  TeamMemberAsked,
  TeamMemberChangeAsked,
  TeamMembersAsked,
  TeamMembersPage,
  TeamMemberView,
  TeamsAsked,
  TeamsPage,
  TeamView,
} from './service-teams.http.js';
import { ServiceTeams } from './service-teams.query.js';

type Request = DeskRequest | null;

@Controller()
export class ServiceTeamsController {
  constructor(
    private readonly teams: ServiceTeams,
    private readonly keepTeam: KeepTeam,
    private readonly keepMembers: KeepMembers,
    private readonly documents: Documents,
  ) {}

  @Post('service-teams')
  @HttpCode(201)
  @Does('service-teams.found')
  @Versioned()
  @ApiCreatedResponse({ type: TeamView })
  found(@From() caller: Caller, @Body() input: TeamAsked, @Once() request: Request): Promise<Answer> {
    return this.keepTeam.found(caller, input, request);
  }

  @Get('service-teams')
  @Does('service-teams.list')
  @ApiOkResponse({ type: TeamsPage })
  list(
    @From() caller: Caller,
    @Query() input: TeamsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeamView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedTeams, input, language, (page) =>
      this.teams.teams(page, schoolId),
    );
  }

  @Get('service-teams/:id')
  @Does('service-teams.read')
  @Versioned()
  @ApiOkResponse({ type: TeamView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<TeamView> {
    return this.teams.team(caller, pathId(id));
  }

  @Patch('service-teams/:id')
  @Does('service-teams.change')
  @Versioned()
  @ApiOkResponse({ type: TeamView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: TeamChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keepTeam.change(caller, pathId(id), version, input, request);
  }

  @Get('service-teams/:id/members')
  @Does('service-teams.members')
  @ApiOkResponse({ type: TeamMembersPage })
  async members(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: TeamMembersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeamMemberView> | StreamableFile> {
    const team = await this.teams.team(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedTeamMembers,
      input,
      language,
      (page) => this.teams.members(caller, team, page),
      [team.name],
    );
  }

  @Post('service-teams/:id/members')
  @HttpCode(201)
  @Does('service-teams.join')
  @Versioned()
  @ApiCreatedResponse({ type: TeamMemberView })
  join(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TeamMemberAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keepMembers.join(caller, pathId(id), input, request);
  }

  @Patch('service-team-members/:id')
  @Does('service-teams.change-member')
  @Versioned()
  @ApiOkResponse({ type: TeamMemberView })
  changeMember(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: TeamMemberChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keepMembers.change(caller, pathId(id), version, input, request);
  }
}
