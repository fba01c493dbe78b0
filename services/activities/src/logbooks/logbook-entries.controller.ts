import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { LogbookEntryId } from '@shulian/contracts/ids';
import {
  Caller,
  Documents,
  Does,
  fileOfForm,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import { CorrectEntry } from './correct-entry.use-case.js';
import { FollowUpEntry } from './follow-up-entry.use-case.js';
import { KeepEvidence, MOST_BYTES } from './keep-evidence.use-case.js';
import { printedEntries } from './logbook-entries.format.js';
import {
  CorrectionAsked,
  EntriesAsked,
  EntriesPage,
  EntryAsked,
  EntryFileAsked,
  EntryFileSent,
  EntryFileView,
  EntryView,
  FollowUpAsked,
  SignatureAsked,
  WholeEntryView,
} from './logbook-entries.http.js';
import { LogbookEntriesQuery } from './logbook-entries.query.js';
import { RemoveEvidence } from './remove-evidence.use-case.js';
import { SignEntry } from './sign-entry.use-case.js';
import { WriteEntry } from './write-entry.use-case.js';

@ApiTags('logbooks')
@Controller()
export class LogbookEntriesController {
  constructor(
    private readonly entries: LogbookEntriesQuery,
    private readonly writeEntry: WriteEntry,
    private readonly correctEntry: CorrectEntry,
    private readonly signEntry: SignEntry,
    private readonly followUpEntry: FollowUpEntry,
    private readonly keepEvidence: KeepEvidence,
    private readonly removeEvidence: RemoveEvidence,
    private readonly life: SchoolLifeQuery,
    private readonly documents: Documents,
  ) {}

  @Post('logbook-entries')
  @HttpCode(201)
  @Does('logbook-entries.write')
  @ApiCreatedResponse({ type: EntryView })
  write(
    @From() caller: Caller,
    @Body() input: EntryAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.writeEntry.execute(caller, input, request);
  }

  @Get('logbook-entries')
  @Does('logbook-entries.list')
  @ApiOkResponse({ type: EntriesPage })
  async list(
    @From() caller: Caller,
    @Query() input: EntriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EntryView> | StreamableFile> {
    const book = await this.entries.open(caller, input);
    const school =
      book.schoolId === null || input.format === 'json' ? null : await this.life.schoolName(book.schoolId);
    return pageOrDocument(
      this.documents,
      printedEntries(book, input.corrected === false),
      input,
      language,
      (page) => this.entries.list(caller, book, page),
      school === null ? [] : [school],
    );
  }

  @Get('logbook-entries/:id')
  @Does('logbook-entries.read')
  @ApiOkResponse({ type: WholeEntryView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<WholeEntryView> {
    return this.entries.byId(caller, pathId<LogbookEntryId>(id));
  }

  @Post('logbook-entries/:id/corrections')
  @HttpCode(201)
  @Does('logbook-entries.correct')
  @ApiCreatedResponse({ type: EntryView })
  correct(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CorrectionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.correctEntry.execute(caller, pathId<LogbookEntryId>(id), input, request);
  }

  @Post('logbook-entries/:id/signature')
  @HttpCode(200)
  @Does('logbook-entries.sign')
  @ApiOkResponse({ type: EntryView })
  sign(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { signed }: SignatureAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.signEntry.execute(caller, pathId<LogbookEntryId>(id), signed, request);
  }

  @Post('logbook-entries/:id/follow-ups')
  @HttpCode(200)
  @Does('logbook-entries.follow-up')
  @ApiOkResponse({ type: EntryView })
  followUp(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: FollowUpAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.followUpEntry.execute(caller, pathId<LogbookEntryId>(id), input, request);
  }

  @Post('logbook-entries/:id/files')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: EntryFileSent })
  @Does('logbook-files.add')
  @ApiCreatedResponse({ type: EntryFileView })
  async keep(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() { name }: EntryFileAsked,
    @Req() request: RequestOfCaller,
  ): Promise<EntryFileView> {
    const entryId = pathId<LogbookEntryId>(id);
    return this.keepEvidence.execute(caller, entryId, name, await fileOfForm(request, MOST_BYTES));
  }

  @Get('logbook-files/:id')
  @Does('logbook-files.read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(@From() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { bytes, mediaType, size } = await this.entries.file(caller, pathId(id));
    // Whatever somebody sent is never shown as a page of ours.
    return new StreamableFile(Readable.from(bytes), {
      type: mediaType,
      length: size,
      disposition: 'attachment',
    });
  }

  @Delete('logbook-files/:id')
  @HttpCode(204)
  @Does('logbook-files.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeEvidence.execute(caller, pathId(id));
  }
}
