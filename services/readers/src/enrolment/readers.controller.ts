import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
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
  IfMatch,
  IfMatchWhereKnown,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  Versioned,
} from '@shulian/service-kit';
import { ChangeReader } from './change-reader.use-case.js';
import { EnrolReader } from './enrol-reader.use-case.js';
import { LogSightOfReaders } from './log-sight-of-readers.use-case.js';
import { PutReader } from './put-reader.use-case.js';
import { printedReaders } from './readers.format.js';
import {
  ChangeReaderAsked,
  EnrolReaderAsked,
  PutReaderAsked,
  ReaderPage,
  ReadersAsked,
  ReaderView,
  SearchReadersAsked,
  SuspendReaderAsked,
} from './readers.http.js';
import { Readers } from './readers.query.js';
import { SuspendReader } from './suspend-reader.use-case.js';

@ApiTags('readers')
@Controller('readers')
export class ReadersController {
  constructor(
    private readonly enrolReader: EnrolReader,
    private readonly changeReader: ChangeReader,
    private readonly suspendReader: SuspendReader,
    private readonly putReader: PutReader,
    private readonly readers: Readers,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('readers.create')
  @ApiCreatedResponse({ type: ReaderView })
  enrol(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: EnrolReaderAsked,
  ): Promise<Answer> {
    return this.enrolReader.execute(request, caller, input);
  }

  @Get()
  @Does('readers.list')
  @ApiOkResponse({ type: ReaderPage })
  list(
    @From() caller: Caller,
    @Query() input: ReadersAsked,
    @ReadsIn() language: Language,
  ): Promise<ReaderPage | StreamableFile> {
    return pageOrDocument(this.documents, printedReaders, input, language, async (page) =>
      this.logSight.execute(caller, 'readers.list', await this.readers.page(caller, page)),
    );
  }

  @Post('search')
  @HttpCode(200)
  @Does('readers.search')
  @ApiOkResponse({ type: ReaderPage })
  async search(@From() caller: Caller, @Body() input: SearchReadersAsked): Promise<ReaderPage> {
    return this.logSight.execute(caller, 'readers.search', await this.readers.search(caller, input));
  }

  @Get(':id')
  @Versioned()
  @Does('readers.read')
  @ApiOkResponse({ type: ReaderView })
  async read(@From() caller: Caller, @Param('id') id: string): Promise<ReaderView> {
    const reader = await this.readers.byId(caller, pathId(id));
    await this.logSight.execute(caller, 'readers.read', { items: [reader] });
    return reader;
  }

  @Patch(':id')
  @Versioned()
  @Does('readers.change')
  @ApiOkResponse({ type: ReaderView })
  change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ChangeReaderAsked,
  ): Promise<Answer> {
    return this.changeReader.execute(request, caller, pathId(id), version, input);
  }

  @Put('by-external-id/:externalId')
  @Versioned()
  @Does('readers.put')
  @ApiOkResponse({ type: ReaderView })
  @ApiCreatedResponse({ type: ReaderView })
  put(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('externalId') externalId: string,
    @IfMatchWhereKnown() version: number | null,
    @Body() input: PutReaderAsked,
  ): Promise<Answer> {
    return this.putReader.execute(request, caller, externalId, version, input);
  }

  @Post(':id/suspensions')
  @HttpCode(201)
  @Versioned()
  @Does('readers.suspend')
  @ApiCreatedResponse({ type: ReaderView })
  suspend(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SuspendReaderAsked,
  ): Promise<Answer> {
    return this.suspendReader.suspend(request, caller, pathId(id), input);
  }

  @Delete(':id/suspensions')
  @Versioned()
  @Does('readers.reinstate')
  @ApiOkResponse({ type: ReaderView })
  reinstate(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
  ): Promise<Answer> {
    return this.suspendReader.reinstate(request, caller, pathId(id));
  }
}
