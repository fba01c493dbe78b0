import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { ContestsQuery } from '../contests.query.js';
import { MarkNotes } from '../notes/mark-notes.use-case.js';
import { printedNoteMarks } from '../notes/note-marks.format.js';
import {
  NoteMarksAsked,
  NoteMarksListAsked,
  NoteMarksPage,
  NoteMarksView,
  type NoteMarkView,
} from '../notes/note-marks.http.js';
import { NoteMarksQuery } from '../notes/note-marks.query.js';
import { printedMissing, printedParticipation } from './participation.format.js';
import {
  MissingAsked,
  MissingPage,
  ParticipationAsked,
  ParticipationPage,
  type MissingView,
  type ParticipationView,
} from './participation.http.js';
import { ParticipationQuery } from './participation.query.js';

type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

/** Who takes part in a contest, who is missing, and the notes of a round. */
@ApiTags('contests')
@Controller('contests/:id')
export class ParticipationController {
  constructor(
    private readonly contests: ContestsQuery,
    private readonly participation: ParticipationQuery,
    private readonly noteMarks: NoteMarksQuery,
    private readonly markNotes: MarkNotes,
    private readonly documents: Documents,
  ) {}

  @Get('participation')
  @Does('contest-participation.list')
  @ApiOkResponse({ type: ParticipationPage })
  async list(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ParticipationAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<ParticipationView> {
    const { name } = await this.contests.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedParticipation,
      input,
      language,
      (page) => this.participation.list(caller, pathId(id), page),
      [name],
    );
  }

  @Get('missing')
  @Does('contest-missing.list')
  @ApiOkResponse({ type: MissingPage })
  async missing(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: MissingAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<MissingView> {
    const { name } = await this.contests.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedMissing,
      input,
      language,
      (page) => this.participation.missing(caller, pathId(id), page),
      [name],
    );
  }

  @Put('note-marks')
  @Does('note-marks.put')
  @ApiOkResponse({ type: NoteMarksView })
  mark(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: NoteMarksAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.markNotes.execute(caller, pathId(id), input, request);
  }

  @Get('note-marks')
  @Does('note-marks.list')
  @ApiOkResponse({ type: NoteMarksPage })
  async marks(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: NoteMarksListAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<NoteMarkView> {
    const { name } = await this.contests.byId(caller, pathId(id));
    return pageOrDocument(
      this.documents,
      printedNoteMarks,
      input,
      language,
      (page) => this.noteMarks.list(caller, pathId(id), page),
      [name],
    );
  }
}
