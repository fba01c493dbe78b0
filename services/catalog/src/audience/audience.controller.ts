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
import type { SuggestionId, TitleId } from '@shulian/contracts/ids';
import { printedChanges, printedInterests } from './audience.format.js';
import {
  AudienceChangeAsked,
  AudienceChangesAsked,
  AudienceChangesPage,
  AudienceChangeView,
  AudiencePreview,
  MarksView,
  TitleAudienceView,
  WishMarksAsked,
} from './audience.http.js';
import { AudienceQuery } from './audience.query.js';
import { MarkTitles } from './mark-titles.use-case.js';
import { MarkWish } from './mark-wish.use-case.js';
import { PreviewMarks } from './preview-marks.use-case.js';
import { InterestsAsked, InterestsPage, type InterestLine } from './reading-interests.http.js';
import { ReadingInterestsQuery } from './reading-interests.query.js';
import { UndoMarks } from './undo-marks.use-case.js';

@ApiTags('audience')
@Controller()
export class AudienceController {
  constructor(
    private readonly audience: AudienceQuery,
    private readonly interests: ReadingInterestsQuery,
    private readonly previewMarks: PreviewMarks,
    private readonly markTitles: MarkTitles,
    private readonly undoMarks: UndoMarks,
    private readonly markWish: MarkWish,
    private readonly documents: Documents,
  ) {}

  @Get('titles/:id/audience')
  @Does('titles.audience')
  @ApiOkResponse({ type: TitleAudienceView })
  ofTitle(@Param('id') id: string): Promise<TitleAudienceView> {
    return this.audience.ofTitle(pathId<TitleId>(id));
  }

  @Post('audience-changes/preview')
  @HttpCode(200)
  @Does('audience-changes.preview')
  @ApiOkResponse({ type: AudiencePreview })
  preview(@From() caller: Caller, @Body() input: AudienceChangeAsked): Promise<AudiencePreview> {
    return this.previewMarks.execute(input, caller.schoolOrCounty(input.schoolId));
  }

  @Post('audience-changes')
  @HttpCode(201)
  @Does('audience-changes.create')
  @ApiCreatedResponse({ type: AudienceChangeView })
  mark(
    @From() caller: Caller,
    @Body() input: AudienceChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.markTitles.execute(input, caller.schoolOrCounty(input.schoolId), caller.id, request);
  }

  @Get('audience-changes')
  @Does('audience-changes.list')
  @ApiOkResponse({ type: AudienceChangesPage })
  changes(
    @From() caller: Caller,
    @Query() input: AudienceChangesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<AudienceChangeView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return pageOrDocument(this.documents, printedChanges, input, language, (page) =>
      this.audience.changes(page, schoolId),
    );
  }

  @Post('audience-changes/:id/undo')
  @HttpCode(200)
  @Does('audience-changes.undo')
  @ApiOkResponse({ type: AudienceChangeView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoMarks.execute(pathId(id), caller, request);
  }

  @Put('suggestions/:id/audience')
  @Does('wishes.mark')
  @ApiOkResponse({ type: MarksView })
  wish(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: WishMarksAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.markWish.execute(pathId<SuggestionId>(id), input, caller, request);
  }

  @Get('reading-interests')
  @Does('reading-interests.list')
  @ApiOkResponse({ type: InterestsPage })
  interestsOfSchool(
    @From() caller: Caller,
    @Query() input: InterestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<InterestLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedInterests, input, language, () =>
      this.interests.page(input, schoolId),
    );
  }
}
