import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { EnterPatrol } from './enter-patrol.use-case.js';
import { PutRight } from './put-right.use-case.js';
import { RemovePatrol } from './remove-patrol.use-case.js';
import { printedPatrolDays, printedPatrolFindings, printedPatrols } from './shelf-patrols.format.js';
import {
  CorrectionsAsked,
  PatrolAsked,
  PatrolDaysAsked,
  PatrolDaysPage,
  PatrolFindingsAsked,
  PatrolFindingsPage,
  PatrolsAsked,
  PatrolsPage,
  PatrolView,
  type PatrolDay,
  type PatrolFinding,
} from './shelf-patrols.http.js';
import { ShelfPatrolsQuery } from './shelf-patrols.query.js';

@ApiTags('shelf patrols')
@Controller()
export class ShelfPatrolsController {
  constructor(
    private readonly patrols: ShelfPatrolsQuery,
    private readonly enterPatrol: EnterPatrol,
    private readonly putRight: PutRight,
    private readonly removePatrol: RemovePatrol,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('shelf-patrols')
  @HttpCode(201)
  @Does('shelf-patrols.create')
  @ApiCreatedResponse({ type: PatrolView })
  create(
    @From() caller: Caller,
    @Body() input: PatrolAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterPatrol.execute(caller, input, request);
  }

  @Get('shelf-patrols')
  @Does('shelf-patrols.list')
  @ApiOkResponse({ type: PatrolsPage })
  list(
    @From() caller: Caller,
    @Query() input: PatrolsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PatrolView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPatrols, input, language, (page) =>
      this.patrols.list(page, schoolId),
    );
  }

  @Delete('shelf-patrols/:id')
  @HttpCode(204)
  @Does('shelf-patrols.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removePatrol.execute(caller, pathId(id));
  }

  @Get('shelf-patrols/:id/findings')
  @Does('shelf-patrols.findings')
  @ApiOkResponse({ type: PatrolFindingsPage })
  async findings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PatrolFindingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PatrolFinding> | StreamableFile> {
    const patrol = await this.patrols.byId(caller, pathId(id));
    const notes = [patrol.location, patrol.walkedOn];
    return pageOrDocument(
      this.documents,
      printedPatrolFindings,
      input,
      language,
      (page) => this.patrols.findings(patrol, page),
      notes,
    );
  }

  @Post('shelf-patrols/:id/corrections')
  @HttpCode(200)
  @Does('shelf-patrols.put-right')
  @ApiOkResponse({ type: PatrolView })
  correct(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CorrectionsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.putRight.execute(caller, pathId(id), input, request);
  }

  @Get('shelf-patrol-days')
  @Does('shelf-patrols.days')
  @ApiOkResponse({ type: PatrolDaysPage })
  days(
    @From() caller: Caller,
    @Query() input: PatrolDaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<PatrolDay> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPatrolDays, input, language, (page) =>
      this.patrols.days(page, schoolId, this.clock.today()),
    );
  }
}
