import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { EndSuggestion } from './end-suggestion.use-case.js';
import { printedCandidates, printedSuggestions } from './merit.format.js';
import {
  CandidatesAsked,
  CandidatesPage,
  SuggestionAsked,
  SuggestionsAsked,
  SuggestionsPage,
  SuggestionView,
  type MeritCandidate,
} from './merit.http.js';
import { MeritQuery } from './merit.query.js';
import { SuggestDeduction } from './suggest-deduction.use-case.js';

@Controller()
export class MeritController {
  constructor(
    private readonly merit: MeritQuery,
    private readonly suggest: SuggestDeduction,
    private readonly endSuggestion: EndSuggestion,
    private readonly documents: Documents,
  ) {}

  @Get('merit-candidates')
  @Does('merit-candidates.list')
  @ApiOkResponse({ type: CandidatesPage })
  candidates(
    @From() caller: Caller,
    @Query() input: CandidatesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MeritCandidate> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCandidates, input, language, (page) =>
      this.merit.candidates(page, schoolId),
    );
  }

  @Post('merit-suggestions')
  @HttpCode(201)
  @Does('merit-suggestions.create')
  @ApiCreatedResponse({ type: SuggestionView })
  create(
    @From() caller: Caller,
    @Body() input: SuggestionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.suggest.execute(caller, input, request);
  }

  @Get('merit-suggestions')
  @Does('merit-suggestions.list')
  @ApiOkResponse({ type: SuggestionsPage })
  list(
    @From() caller: Caller,
    @Query() input: SuggestionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SuggestionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSuggestions, input, language, (page) =>
      this.merit.list(caller, page, schoolId),
    );
  }

  @Post('merit-suggestions/:id/handing-on')
  @HttpCode(200)
  @Does('merit-suggestions.hand-on')
  @ApiOkResponse({ type: SuggestionView })
  handOn(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endSuggestion.execute(caller, pathId(id), 'handed-on', request);
  }

  @Post('merit-suggestions/:id/withdrawal')
  @HttpCode(200)
  @Does('merit-suggestions.withdraw')
  @ApiOkResponse({ type: SuggestionView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endSuggestion.execute(caller, pathId(id), 'withdrawn', request);
  }
}
