import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, type Page } from '@shulian/service-kit';
import { ContestResultsAsked, ContestResultsPage, type ContestResultView } from './results.http.js';
import { ContestResultsQuery } from './results.query.js';

/** What everybody may read, without signing in. */
@ApiTags('contest-results')
@Controller('contest-results')
export class ContestResultsController {
  constructor(private readonly results: ContestResultsQuery) {}

  @Get()
  @Does('contest-results.list')
  @ApiOkResponse({ type: ContestResultsPage })
  list(@Query() input: ContestResultsAsked): Promise<Page<ContestResultView>> {
    return this.results.list(input);
  }
}
