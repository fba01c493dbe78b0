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
import { CopyMoveAsked, MovePreview, MovesAsked, MovesPage, MoveView } from './copy-moves.http.js';
import { CopyMovesQuery } from './copy-moves.query.js';
import { printedMoves } from './locations.format.js';
import { MoveCopies } from './move-copies.use-case.js';
import { PreviewMove } from './preview-move.use-case.js';
import { UndoMove } from './undo-move.use-case.js';

@ApiTags('locations')
@Controller('copy-moves')
export class CopyMovesController {
  constructor(
    private readonly moves: CopyMovesQuery,
    private readonly previewMove: PreviewMove,
    private readonly moveCopies: MoveCopies,
    private readonly undoMove: UndoMove,
    private readonly documents: Documents,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Does('copy-moves.preview')
  @ApiOkResponse({ type: MovePreview })
  preview(@From() caller: Caller, @Body() input: CopyMoveAsked): Promise<MovePreview> {
    refuseIfUnclear(input);
    return this.previewMove.execute(input, caller.schoolFor(input.schoolId));
  }

  @Post()
  @HttpCode(201)
  @Does('copy-moves.create')
  @ApiCreatedResponse({ type: MoveView })
  create(
    @From() caller: Caller,
    @Body() input: CopyMoveAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    refuseIfUnclear(input);
    return this.moveCopies.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get()
  @Does('copy-moves.list')
  @ApiOkResponse({ type: MovesPage })
  list(
    @From() caller: Caller,
    @Query() input: MovesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<MoveView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedMoves, input, language, (page) =>
      this.moves.find(page, schoolId),
    );
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Does('copy-moves.undo')
  @ApiOkResponse({ type: MoveView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoMove.execute(pathId(id), caller, request);
  }
}

/** @throws Problem 400: somebody must say which copies, in one way, and where to (null: nowhere) */
function refuseIfUnclear({ toId, barcodes, fromCallNumber, toCallNumber, standsIn }: CopyMoveAsked): void {
  if (toId === undefined) throw invalid({ pointer: '/toId', code: 'is-defined' });
  const stretch = fromCallNumber ?? toCallNumber ?? standsIn;
  if (barcodes === undefined && stretch === undefined)
    throw invalid({ pointer: '/barcodes', code: 'is-defined' });
  if (barcodes !== undefined && stretch !== undefined)
    throw invalid({ pointer: '/barcodes', code: 'not-with-stretch' });
}
