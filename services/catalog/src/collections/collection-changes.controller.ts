import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  invalid,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedChanges } from './collections.format.js';
import {
  CollectionChangeAsked,
  CollectionChangesAsked,
  CollectionChangesPage,
  CollectionChangeView,
  CollectionPreview,
} from './collections.http.js';
import { CollectionsQuery } from './collections.query.js';
import { PreviewPut } from './preview-put.use-case.js';
import { PutCopies } from './put-copies.use-case.js';
import { UndoPut } from './undo-put.use-case.js';

@ApiTags('collections')
@Controller('collection-changes')
export class CollectionChangesController {
  constructor(
    private readonly collections: CollectionsQuery,
    private readonly previewPut: PreviewPut,
    private readonly putCopies: PutCopies,
    private readonly undoPut: UndoPut,
    private readonly documents: Documents,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Does('collection-changes.preview')
  @ApiOkResponse({ type: CollectionPreview })
  preview(@From() caller: Caller, @Body() input: CollectionChangeAsked): Promise<CollectionPreview> {
    refuseIfUnclear(input);
    return this.previewPut.execute(input, caller.schoolFor(input.schoolId));
  }

  @Post()
  @HttpCode(201)
  @Does('collection-changes.create')
  @ApiCreatedResponse({ type: CollectionChangeView })
  create(
    @From() caller: Caller,
    @Body() input: CollectionChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    refuseIfUnclear(input);
    return this.putCopies.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get()
  @Does('collection-changes.list')
  @ApiOkResponse({ type: CollectionChangesPage })
  list(
    @From() caller: Caller,
    @Query() input: CollectionChangesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CollectionChangeView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedChanges, input, language, (page) =>
      this.collections.changes(page, schoolId),
    );
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Does('collection-changes.undo')
  @ApiOkResponse({ type: CollectionChangeView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoPut.execute(pathId(id), caller, request);
  }
}

/** @throws Problem 400: somebody must say where to (null: nowhere), and which copies, in one way */
function refuseIfUnclear(input: CollectionChangeAsked): void {
  const { toId, barcodes, kind, clc, standsIn, theme, inCollection } = input;
  if (toId === undefined) throw invalid({ pointer: '/toId', code: 'is-defined' });
  const filter = [kind, clc, standsIn, theme, inCollection].some((each) => each !== undefined);
  if (barcodes === undefined && !filter) throw invalid({ pointer: '/barcodes', code: 'is-defined' });
  if (barcodes !== undefined && filter) throw invalid({ pointer: '/barcodes', code: 'not-with-filter' });
}
