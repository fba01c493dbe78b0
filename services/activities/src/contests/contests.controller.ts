import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { printedContests, printedTypes } from './contests.format.js';
import {
  CommendationAsked,
  SchoolContestAsked,
  ContestChangeAsked,
  SchoolContestsAsked,
  ContestStepAsked,
  ContestTypeAsked,
  ContestTypesAsked,
} from './contests.http.js';
import {
  SchoolContestsPage,
  ContestTypesPage,
  ContestTypeView,
  SchoolContestView,
} from './contest-views.http.js';
import { ContestsQuery } from './contests.query.js';
import { KeepContest } from './keep-contest.use-case.js';
import { PutContestType } from './put-contest-type.use-case.js';
import { StepContest } from './step-contest.use-case.js';

type Request = DeskRequest | null;

@ApiTags('contests')
@Controller()
export class ContestsController {
  constructor(
    private readonly contests: ContestsQuery,
    private readonly keep: KeepContest,
    private readonly stepContest: StepContest,
    private readonly putContestType: PutContestType,
    private readonly documents: Documents,
  ) {}

  @Get('contest-types')
  @Does('contest-types.list')
  @ApiOkResponse({ type: ContestTypesPage })
  types(
    @From() caller: Caller,
    @Query() input: ContestTypesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ContestTypeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedTypes, input, language, (page) =>
      this.contests.types(caller, page),
    );
  }

  @Put('contest-types')
  @Does('contest-types.put')
  @ApiOkResponse({ type: ContestTypeView })
  putType(
    @From() caller: Caller,
    @Body() input: ContestTypeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.putContestType.execute(caller, input, request);
  }

  @Post('contests')
  @HttpCode(201)
  @Versioned()
  @Does('contests.create')
  @ApiCreatedResponse({ type: SchoolContestView })
  plan(@From() caller: Caller, @Body() input: SchoolContestAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.plan(caller, input, request);
  }

  @Get('contests')
  @Does('contests.list')
  @ApiOkResponse({ type: SchoolContestsPage })
  list(
    @From() caller: Caller,
    @Query() input: SchoolContestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SchoolContestView> | StreamableFile> {
    return pageOrDocument(this.documents, printedContests, input, language, (page) =>
      this.contests.list(caller, page),
    );
  }

  @Get('contests/:id')
  @Versioned()
  @Does('contests.read')
  @ApiOkResponse({ type: SchoolContestView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SchoolContestView> {
    return this.contests.byId(caller, pathId(id));
  }

  @Patch('contests/:id')
  @Versioned()
  @Does('contests.change')
  @ApiOkResponse({ type: SchoolContestView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ContestChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('contests/:id/step')
  @HttpCode(200)
  @Does('contests.step')
  @ApiOkResponse({ type: SchoolContestView })
  step(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ContestStepAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.stepContest.execute(caller, pathId(id), input, request);
  }

  @Put('contests/:id/commendation')
  @Does('contests.commend')
  @ApiOkResponse({ type: SchoolContestView })
  commend(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CommendationAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.commend(caller, pathId(id), input, request);
  }
}
