import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Does, queryId, type Page } from '@shulian/service-kit';
import { OneSearchAsked, FindingsView } from './findings.http.js';
import { FindingsQuery } from './findings.query.js';
import { TerminalTitlesAsked, TerminalTitlesPage, type TerminalTitle } from './terminal-titles.http.js';
import { TerminalTitlesQuery } from './terminal-titles.query.js';
import { TitleFacets, TitleFacetsAsked } from './title-facets.http.js';
import { TitleFacetsQuery } from './title-facets.query.js';

/** What stands beside a list of titles that were found, and what a terminal shows. */
@ApiTags('titles')
@Controller()
export class FindingController {
  constructor(
    private readonly facets: TitleFacetsQuery,
    private readonly terminal: TerminalTitlesQuery,
    private readonly everything: FindingsQuery,
  ) {}

  @Get('title-facets')
  @Does('title-facets.list')
  @ApiOkResponse({ type: TitleFacets })
  count(@Query() input: TitleFacetsAsked): Promise<TitleFacets> {
    return this.facets.count(input, queryId('schoolId', input.schoolId));
  }

  @Get('findings')
  @Does('findings.list')
  @ApiOkResponse({ type: FindingsView })
  findings(@Query() input: OneSearchAsked): Promise<FindingsView> {
    return this.everything.find(input);
  }

  @Get('terminal-titles')
  @Does('terminal-titles.list')
  @ApiOkResponse({ type: TerminalTitlesPage })
  find(@Query() input: TerminalTitlesAsked): Promise<Page<TerminalTitle>> {
    return this.terminal.find(input);
  }
}
