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
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { CandidatesQuery } from './candidates.query.js';
import { DecideCandidate } from './decide-candidate.use-case.js';
import { MergeTitles } from './merge-titles.use-case.js';
import { printedCandidates, printedMerges } from './title-merges.format.js';
import {
  MergeCandidatesAsked,
  MergeCandidatesPage,
  MergeCandidateView,
  MergeAsked,
  MergePreview,
  MergePreviewAsked,
  MergesPage,
  MergeView,
} from './title-merges.http.js';
import { TitleMergesQuery } from './title-merges.query.js';
import { UndoMerge } from './undo-merge.use-case.js';

@ApiTags('title merges')
@Controller()
export class TitleMergesController {
  constructor(
    private readonly merges: TitleMergesQuery,
    private readonly mergeTitles: MergeTitles,
    private readonly undoMerge: UndoMerge,
    private readonly documents: Documents,
  ) {}

  @Get('title-merge-previews')
  @Does('title-merges.preview')
  @ApiOkResponse({ type: MergePreview })
  preview(@Query() input: MergePreviewAsked): Promise<MergePreview> {
    return this.merges.preview(input);
  }

  @Post('title-merges')
  @HttpCode(201)
  @Does('title-merges.create')
  @ApiCreatedResponse({ type: MergeView })
  create(
    @From() caller: Caller,
    @Body() input: MergeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.mergeTitles.execute(input, caller.id, request);
  }

  @Get('title-merges')
  @Does('title-merges.list')
  @ApiOkResponse({ type: MergesPage })
  list(@Query() input: ListAsked, @ReadsIn() language: Language): Promise<Page<MergeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedMerges, input, language, (page) => this.merges.find(page));
  }

  @Get('title-merges/:id')
  @Does('title-merges.read')
  @ApiOkResponse({ type: MergeView })
  read(@Param('id') id: string): Promise<MergeView> {
    return this.merges.byId(pathId(id));
  }

  @Post('title-merges/:id/undo')
  @HttpCode(200)
  @Does('title-merges.undo')
  @ApiOkResponse({ type: MergeView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoMerge.execute(pathId(id), caller.id, request);
  }
}

@ApiTags('title merges')
@Controller('title-merge-candidates')
export class CandidatesController {
  constructor(
    private readonly candidates: CandidatesQuery,
    private readonly decide: DecideCandidate,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('title-merge-candidates.list')
  @ApiOkResponse({ type: MergeCandidatesPage })
  list(
    @Query() input: MergeCandidatesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MergeCandidateView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCandidates, input, language, (page) =>
      this.candidates.find(page),
    );
  }

  @Put(':id/dismissal')
  @Does('title-merge-candidates.dismiss')
  @ApiOkResponse({ type: MergeCandidateView })
  dismiss(@From() caller: Caller, @Param('id') id: string): Promise<MergeCandidateView> {
    return this.decide.execute(pathId(id), caller.id);
  }

  @Delete(':id/dismissal')
  @Does('title-merge-candidates.restore')
  @ApiOkResponse({ type: MergeCandidateView })
  restore(@Param('id') id: string): Promise<MergeCandidateView> {
    return this.decide.execute(pathId(id), null);
  }
}
