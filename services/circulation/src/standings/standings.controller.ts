import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, Does, From, ProblemDocuments, ReadsIn, type Language } from '@shulian/service-kit';
import { StandingsAsked, StandingsView } from './standings.http.js';
import { StandingsQuery } from './standings.query.js';

@Controller('standings')
export class StandingsController {
  constructor(
    private readonly standings: StandingsQuery,
    private readonly documents: ProblemDocuments,
  ) {}

  @Post('search')
  @HttpCode(200)
  @ApiOkResponse({ type: StandingsView })
  @Does('standings.search')
  search(
    @From() caller: Caller,
    @Body() input: StandingsAsked,
    @ReadsIn() language: Language,
  ): Promise<StandingsView> {
    return this.standings.of(caller, input, this.documents.titlesIn(language));
  }
}
