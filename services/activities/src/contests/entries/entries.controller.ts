import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
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
import {
  Caller,
  Documents,
  Does,
  fileOfForm,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { EnterPapers } from './enter-papers.use-case.js';
import { printedEntries } from './entries.format.js';
import {
  ContestEntriesAsked,
  ContestEntriesPage,
  ContestEntryAsked,
  ContestEntryChangeAsked,
  ContestFileAsked,
  ContestFileSent,
  ContestFileView,
  ContestEntryView,
  PapersAsked,
  PapersView,
} from './entries.http.js';
import { ContestEntriesQuery } from './entries.query.js';
import { HandInWork } from './hand-in-work.use-case.js';
import { KeepEntryFiles, MOST_BYTES } from './keep-entry-files.use-case.js';
import { KeepEntry } from './keep-entry.use-case.js';

type Request = DeskRequest | null;

@ApiTags('contest-entries')
@Controller()
export class ContestEntriesController {
  constructor(
    private readonly entries: ContestEntriesQuery,
    private readonly handIn: HandInWork,
    private readonly enterPapers: EnterPapers,
    private readonly keep: KeepEntry,
    private readonly keepFiles: KeepEntryFiles,
    private readonly documents: Documents,
  ) {}

  @Post('contest-entries')
  @HttpCode(201)
  @Versioned()
  @Does('contest-entries.create')
  @ApiCreatedResponse({ type: ContestEntryView })
  create(
    @From() caller: Caller,
    @Body() input: ContestEntryAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.handIn.execute(caller, input, request);
  }

  @Post('contests/:id/papers')
  @HttpCode(200)
  @Does('contest-papers.enter')
  @ApiOkResponse({ type: PapersView })
  papers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PapersAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.enterPapers.execute(caller, pathId(id), input, request);
  }

  @Get('contest-entries')
  @Does('contest-entries.list')
  @ApiOkResponse({ type: ContestEntriesPage })
  list(
    @From() caller: Caller,
    @Query() input: ContestEntriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ContestEntryView> | StreamableFile> {
    return pageOrDocument(this.documents, printedEntries, input, language, (page) =>
      this.entries.list(caller, page),
    );
  }

  @Get('contest-entries/:id')
  @Versioned()
  @Does('contest-entries.read')
  @ApiOkResponse({ type: ContestEntryView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ContestEntryView> {
    return this.entries.byId(caller, pathId(id));
  }

  @Patch('contest-entries/:id')
  @Versioned()
  @Does('contest-entries.change')
  @ApiOkResponse({ type: ContestEntryView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ContestEntryChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post('contest-entries/:id/withdrawal')
  @HttpCode(200)
  @Does('contest-entries.withdraw')
  @ApiOkResponse({ type: ContestEntryView })
  withdraw(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.withdraw(caller, pathId(id), request);
  }

  @Post('contest-entries/:id/files')
  @HttpCode(201)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ContestFileSent })
  @Does('contest-files.add')
  @ApiCreatedResponse({ type: ContestFileView })
  async addFile(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() { name }: ContestFileAsked,
    @Req() request: RequestOfCaller,
  ): Promise<ContestFileView> {
    const entryId = pathId<string>(id);
    return this.keepFiles.add(caller, entryId, name, await fileOfForm(request, MOST_BYTES));
  }

  @Get('contest-files/:id')
  @Does('contest-files.read')
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

  @Delete('contest-files/:id')
  @HttpCode(204)
  @Does('contest-files.remove')
  @ApiNoContentResponse()
  removeFile(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.keepFiles.remove(caller, pathId(id));
  }
}
