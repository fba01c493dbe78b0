import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ReadingNoteId } from '@shulian/contracts/ids';
import {
  Caller,
  Does,
  From,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import { AcceptReadingNote } from './accept-reading-note.use-case.js';
import { HandInReadingNote } from './hand-in-reading-note.use-case.js';
import {
  ReadingNoteAsked,
  ReadingNotesAsked,
  ReadingNotesPage,
  ReadingNoteView,
} from './reading-notes.http.js';
import { ReadingNotesQuery } from './reading-notes.query.js';

@ApiTags('reading notes')
@Controller('reading-notes')
export class ReadingNotesController {
  constructor(
    private readonly notes: ReadingNotesQuery,
    private readonly handIn: HandInReadingNote,
    private readonly acceptNote: AcceptReadingNote,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('reading-notes.create')
  @ApiCreatedResponse({ type: ReadingNoteView })
  create(
    @From() caller: Caller,
    @Body() input: ReadingNoteAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handIn.execute(caller, input, request);
  }

  @Get()
  @Does('reading-notes.list')
  @ApiOkResponse({ type: ReadingNotesPage })
  list(@From() caller: Caller, @Query() input: ReadingNotesAsked): Promise<Page<ReadingNoteView>> {
    return this.notes.list(caller, input);
  }

  @Get(':id')
  @Does('reading-notes.read')
  @ApiOkResponse({ type: ReadingNoteView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ReadingNoteView> {
    return this.notes.byId(caller, pathId<ReadingNoteId>(id));
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Does('reading-notes.accept')
  @ApiOkResponse({ type: ReadingNoteView })
  accept(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.acceptNote.execute(caller, pathId<ReadingNoteId>(id), request);
  }
}
