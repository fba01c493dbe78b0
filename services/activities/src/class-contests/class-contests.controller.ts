import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
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
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedContests, printedStandings } from './class-contests.format.js';
import {
  ContestAsked,
  ContestsAsked,
  ContestsPage,
  ContestView,
  DecisionAsked,
  ScoresAsked,
  ClassStandingsAsked,
  ClassStandingsPage,
  type ClassStandingView,
} from './class-contests.http.js';
import { ClassContestsQuery } from './class-contests.query.js';
import { KeepContest } from './keep-contest.use-case.js';

type Request = DeskRequest | null;

@ApiTags('class-contests')
@Controller('class-contests')
export class ClassContestsController {
  constructor(
    private readonly query: ClassContestsQuery,
    private readonly keep: KeepContest,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('class-contests.open')
  @ApiCreatedResponse({ type: ContestView })
  open(@From() caller: Caller, @Body() input: ContestAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.open(caller, input, request);
  }

  @Get()
  @Does('class-contests.list')
  @ApiOkResponse({ type: ContestsPage })
  list(
    @From() caller: Caller,
    @Query() input: ContestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ContestView> | StreamableFile> {
    return pageOrDocument(this.documents, printedContests, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get(':id')
  @Does('class-contests.read')
  @ApiOkResponse({ type: ContestView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ContestView> {
    return this.query.one(caller, pathId(id));
  }

  @Put(':id/scores')
  @Does('class-contests.score')
  @ApiOkResponse({ type: ContestView })
  score(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ScoresAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.score(caller, pathId(id), input, request);
  }

  @Get(':id/standings')
  @Does('class-contests.standings')
  @ApiOkResponse({ type: ClassStandingsPage })
  standings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ClassStandingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassStandingView> | StreamableFile> {
    return pageOrDocument(this.documents, printedStandings, input, language, (page) =>
      this.query.standings(caller, pathId(id), page),
    );
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Does('class-contests.decide')
  @ApiOkResponse({ type: ContestView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DecisionAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.decide(caller, pathId(id), input, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('class-contests.reopen')
  @ApiOkResponse({ type: ContestView })
  reopen(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.reopen(caller, pathId(id), request);
  }
}
