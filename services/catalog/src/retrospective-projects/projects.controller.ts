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
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
  Documents,
  Does,
  From,
  IfMatch,
  ListAsked,
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
import { KeepProject } from './keep-project.use-case.js';
import { printedProjectDays, printedProjects } from './projects.format.js';
import {
  ProjectAsked,
  ProjectChange,
  ProjectDaysPage,
  ProjectsAsked,
  ProjectsPage,
  ProjectView,
  type ProjectDay,
} from './projects.http.js';
import { ProjectsQuery } from './projects.query.js';

@ApiTags('retrospective projects')
@Controller('retrospective-projects')
export class RetrospectiveProjectsController {
  constructor(
    private readonly projects: ProjectsQuery,
    private readonly keepProject: KeepProject,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('retrospective-projects.create')
  @ApiCreatedResponse({ type: ProjectView })
  create(
    @From() caller: Caller,
    @Body() input: ProjectAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepProject.plan(caller, input, request);
  }

  @Get()
  @Does('retrospective-projects.list')
  @ApiOkResponse({ type: ProjectsPage })
  list(
    @From() caller: Caller,
    @Query() input: ProjectsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ProjectView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedProjects, input, language, (page) =>
      this.projects.list(page, schoolId, this.clock.today()),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('retrospective-projects.read')
  @ApiOkResponse({ type: ProjectView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ProjectView> {
    return this.projects.byId(caller, pathId(id), this.clock.today());
  }

  @Patch(':id')
  @Versioned()
  @Does('retrospective-projects.change')
  @ApiOkResponse({ type: ProjectView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ProjectChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepProject.change(caller, pathId(id), version, input, request);
  }

  @Get(':id/days')
  @Does('retrospective-projects.days')
  @ApiOkResponse({ type: ProjectDaysPage })
  async days(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ProjectDay> | StreamableFile> {
    const project = await this.projects.byId(caller, pathId(id), this.clock.today());
    const notes = [project.name];
    return pageOrDocument(
      this.documents,
      printedProjectDays,
      input,
      language,
      (page) => this.projects.days(project, page),
      notes,
    );
  }
}
