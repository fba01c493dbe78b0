import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  pageOrDocument,
  ReadsIn,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { LogbookCountsQuery } from './logbook-counts.query.js';
import { LogbookDuesQuery } from './logbook-dues.query.js';
import { printedCounts, printedDues, printedStandings } from './logbook-keeping.format.js';
import {
  CountsAsked,
  CountsPage,
  DuesAsked,
  DuesPage,
  StandingsAsked,
  StandingsPage,
  type CountView,
  type DueView,
  type StandingView,
} from './logbook-keeping.http.js';

@ApiTags('logbooks')
@Controller()
export class LogbookFiguresController {
  constructor(
    private readonly dues: LogbookDuesQuery,
    private readonly counts: LogbookCountsQuery,
    private readonly documents: Documents,
  ) {}

  @Get('logbook-dues')
  @Does('logbook-dues.list')
  @ApiOkResponse({ type: DuesPage })
  async listDues(
    @From() caller: Caller,
    @Query() input: DuesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DueView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const logbook = await this.dues.logbook(input.logbook, schoolId);
    return pageOrDocument(this.documents, printedDues(logbook.rhythm), input, language, (page) =>
      this.dues.list(page, logbook, schoolId),
    );
  }

  @Get('logbook-standings')
  @Does('logbook-standings.list')
  @ApiOkResponse({ type: StandingsPage })
  listStandings(
    @From() caller: Caller,
    @Query() input: StandingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<StandingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedStandings, input, language, (page) =>
      this.dues.standings(page, schoolId, language),
    );
  }

  @Get('logbook-counts')
  @Does('logbook-counts.list')
  @ApiOkResponse({ type: CountsPage })
  async listCounts(
    @From() caller: Caller,
    @Query() input: CountsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CountView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    const logbook = await this.counts.logbook(input, schoolId);
    return pageOrDocument(this.documents, printedCounts(logbook.form.name), input, language, (page) =>
      this.counts.list(caller, page, logbook, schoolId, language),
    );
  }
}
