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
import { RenumberClass } from './renumber-class.use-case.js';
import { printedLabels, printedPreview, printedRenumberings } from './renumbering.format.js';
import {
  LabelChangesPage,
  RenumberingAsked,
  RenumberingPreview,
  RenumberingPreviewAsked,
  RenumberingsAsked,
  RenumberingsPage,
  RenumberingView,
  type LabelChange,
  type NumberChange,
} from './renumbering.http.js';
import { RenumberingQuery } from './renumbering.query.js';
import { UndoRenumbering } from './undo-renumbering.use-case.js';

@ApiTags('renumbering')
@Controller()
export class RenumberingController {
  constructor(
    private readonly renumberings: RenumberingQuery,
    private readonly renumberClass: RenumberClass,
    private readonly undoRenumbering: UndoRenumbering,
    private readonly documents: Documents,
  ) {}

  @Get('renumbering-previews')
  @Does('renumberings.preview')
  @ApiOkResponse({ type: RenumberingPreview })
  preview(
    @From() caller: Caller,
    @Query() input: RenumberingPreviewAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<NumberChange> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedPreview, input, language, (page) =>
      this.renumberings.preview(schoolId, page),
    );
  }

  @Post('renumberings')
  @HttpCode(201)
  @Does('renumberings.create')
  @ApiCreatedResponse({ type: RenumberingView })
  create(
    @From() caller: Caller,
    @Body() input: RenumberingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.renumberClass.execute({ schoolId, clc: input.clc }, caller.id, request);
  }

  @Get('renumberings')
  @Does('renumberings.list')
  @ApiOkResponse({ type: RenumberingsPage })
  list(
    @From() caller: Caller,
    @Query() input: RenumberingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RenumberingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRenumberings, input, language, (page) =>
      this.renumberings.find(schoolId, page),
    );
  }

  @Get('renumberings/:id')
  @Does('renumberings.read')
  @ApiOkResponse({ type: RenumberingView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<RenumberingView> {
    return this.renumberings.byId(pathId(id), caller);
  }

  @Get('renumberings/:id/labels')
  @Does('renumberings.labels')
  @ApiOkResponse({ type: LabelChangesPage })
  labels(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LabelChange> | StreamableFile> {
    return pageOrDocument(this.documents, printedLabels, input, language, (page) =>
      this.renumberings.labels(pathId(id), caller, page),
    );
  }

  @Post('renumberings/:id/undo')
  @HttpCode(200)
  @Does('renumberings.undo')
  @ApiOkResponse({ type: RenumberingView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoRenumbering.execute(pathId(id), caller, request);
  }
}
