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
import { SchoolContestView } from '../contest-views.http.js';
import { KeepSeries } from './keep-series.use-case.js';
import { printedSeries } from './series.format.js';
import { PeriodAsked, SeriesAsked, SeriesChangeAsked, SeriesListAsked, SeriesPage, SeriesView } from './series.http.js'; // prettier-ignore
import { ContestSeriesQuery } from './series.query.js';

type Request = DeskRequest | null;

@ApiTags('contest-series')
@Controller('contest-series')
export class ContestSeriesController {
  constructor(
    private readonly series: ContestSeriesQuery,
    private readonly keep: KeepSeries,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('contest-series.create')
  @ApiCreatedResponse({ type: SeriesView })
  setUp(@From() caller: Caller, @Body() input: SeriesAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.setUp(caller, input, request);
  }

  @Get()
  @Does('contest-series.list')
  @ApiOkResponse({ type: SeriesPage })
  list(
    @From() caller: Caller,
    @Query() input: SeriesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SeriesView> | StreamableFile> {
    return pageOrDocument(this.documents, printedSeries, input, language, (page) =>
      this.series.list(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('contest-series.read')
  @ApiOkResponse({ type: SeriesView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SeriesView> {
    return this.series.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('contest-series.change')
  @ApiOkResponse({ type: SeriesView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: SeriesChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post(':id/contests')
  @HttpCode(201)
  @Does('contest-series.make')
  @ApiCreatedResponse({ type: SchoolContestView })
  make(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PeriodAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.make(caller, pathId(id), input, request);
  }
}
