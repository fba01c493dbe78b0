import {
  Body,
  Controller,
  Delete,
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
import type { SuggestionId } from '@shulian/contracts/ids';
import { DecideSuggestion } from '../orders/decide-suggestion.use-case.js';
import { SuggestWork } from './suggest-work.use-case.js';
import { printedSuggestions } from './suggestions.format.js';
import {
  FateAsked,
  SuggestionAsked,
  SuggestionsAsked,
  SuggestionsPage,
  SuggestionView,
} from './suggestions.http.js';
import { SuggestionsQuery } from './suggestions.query.js';
import { Vote } from './vote.use-case.js';

@ApiTags('suggestions')
@Controller('suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsQuery,
    private readonly suggestWork: SuggestWork,
    private readonly decideSuggestion: DecideSuggestion,
    private readonly votes: Vote,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('suggestions.create')
  @ApiCreatedResponse({ type: SuggestionView })
  create(
    @From() caller: Caller,
    @Body() input: SuggestionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.suggestWork.execute(caller, input, request);
  }

  @Get()
  @Does('suggestions.list')
  @ApiOkResponse({ type: SuggestionsPage })
  async list(
    @From() caller: Caller,
    @Query() input: SuggestionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SuggestionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedSuggestions, input, language, (page) =>
      this.suggestions.find(page, schoolId, caller.id),
    );
  }

  @Get(':id')
  @Does('suggestions.read')
  @ApiOkResponse({ type: SuggestionView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<SuggestionView> {
    return this.suggestions.byId(caller, pathId<SuggestionId>(id));
  }

  @Put(':id/vote')
  @Does('suggestions.vote')
  @ApiOkResponse({ type: SuggestionView })
  vote(@From() caller: Caller, @Param('id') id: string): Promise<SuggestionView> {
    return this.votes.execute(caller, pathId<SuggestionId>(id), 'give');
  }

  @Delete(':id/vote')
  @HttpCode(200)
  @Does('suggestions.take-back-vote')
  @ApiOkResponse({ type: SuggestionView })
  takeBackVote(@From() caller: Caller, @Param('id') id: string): Promise<SuggestionView> {
    return this.votes.execute(caller, pathId<SuggestionId>(id), 'take-back');
  }

  @Post(':id/fate')
  @HttpCode(200)
  @Does('suggestions.decide')
  @ApiOkResponse({ type: SuggestionView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: FateAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideSuggestion.execute(caller, pathId<SuggestionId>(id), input, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('suggestions.reopen')
  @ApiOkResponse({ type: SuggestionView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideSuggestion.reopen(caller, pathId<SuggestionId>(id), request);
  }
}
