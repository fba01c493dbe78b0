import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
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
import { EditTitles } from './edit-titles.use-case.js';
import { PreviewEdit } from './preview-edit.use-case.js';
import { printedEdits, printedLines } from './title-edits.format.js';
import {
  TitleEditAsked,
  TitleEditLinesPage,
  TitleEditPreview,
  TitleEditPreviewAsked,
  TitleEditsPage,
  TitleEditView,
  type TitleEditLine,
} from './title-edits.http.js';
import { TitleEditsQuery } from './title-edits.query.js';
import { UndoEdit } from './undo-edit.use-case.js';

@ApiTags('title edits')
@Controller()
export class TitleEditsController {
  constructor(
    private readonly edits: TitleEditsQuery,
    private readonly previewEdit: PreviewEdit,
    private readonly editTitles: EditTitles,
    private readonly undoEdit: UndoEdit,
    private readonly documents: Documents,
  ) {}

  @Post('title-edit-previews')
  @HttpCode(200)
  @Does('title-edits.preview')
  @ApiOkResponse({ type: TitleEditPreview })
  preview(@Body() input: TitleEditPreviewAsked): Promise<TitleEditPreview> {
    return this.previewEdit.execute(input);
  }

  @Post('title-edits')
  @HttpCode(201)
  @Does('title-edits.create')
  @ApiCreatedResponse({ type: TitleEditView })
  create(
    @From() caller: Caller,
    @Body() input: TitleEditAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.editTitles.execute(input, caller.id, request);
  }

  @Get('title-edits')
  @Does('title-edits.list')
  @ApiOkResponse({ type: TitleEditsPage })
  list(
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TitleEditView> | StreamableFile> {
    return pageOrDocument(this.documents, printedEdits, input, language, (page) => this.edits.find(page));
  }

  @Get('title-edits/:id')
  @Does('title-edits.read')
  @ApiOkResponse({ type: TitleEditView })
  read(@Param('id') id: string): Promise<TitleEditView> {
    return this.edits.byId(pathId(id));
  }

  @Get('title-edits/:id/lines')
  @Does('title-edits.lines')
  @ApiOkResponse({ type: TitleEditLinesPage })
  lines(
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TitleEditLine> | StreamableFile> {
    return pageOrDocument(this.documents, printedLines, input, language, (page) =>
      this.edits.lines(pathId(id), page),
    );
  }

  @Post('title-edits/:id/undo')
  @HttpCode(200)
  @Does('title-edits.undo')
  @ApiOkResponse({ type: TitleEditView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoEdit.execute(pathId(id), caller.id, request);
  }
}
