import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, type Page } from '@shulian/service-kit';
import { ResultsAsked, ResultsPage, type ResultView } from './results.http.js';
import { ContestResultsQuery } from './results.query.js';

/** What everybody may read, without signing in. */
@ApiTags('contest-results')
@Controller('contest-results')
export class ContestResultsController {
  constructor(private readonly results: ContestResultsQuery) {}

  @Get()
  @Does('contest-results.list')
  @ApiOkResponse({ type: ResultsPage })
  list(@Query() input: ResultsAsked): Promise<Page<ResultView>> {
    return this.results.list(input);
  }
}
