import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  etagOf,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { tagged, type Headers } from '../entity-tag.http.js';
import { ChangeReader } from './change-reader.use-case.js';
import { EnrolReader } from './enrol-reader.use-case.js';
import { LogSightOfReaders } from './log-sight-of-readers.use-case.js';
import {
  ChangeReaderAsked,
  EnrolReaderAsked,
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
    private readonly readers: Readers,
    private readonly logSight: LogSightOfReaders,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('readers.create', 'A person becomes a reader of a school and gets a card.')
  @ApiCreatedResponse({ type: ReaderView })
  enrol(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() asked: EnrolReaderAsked,
  ): Promise<Answer> {
    return this.enrolReader.execute(request, caller, asked);
  }

  @Get()
  @Does('readers.list', 'The readers of a school or class; the read is logged.')
  @ApiOkResponse({ type: ReaderPage })
  async list(@From() caller: Caller, @Query() asked: ReadersAsked): Promise<ReaderPage> {
    return this.logSight.execute(caller, 'readers.list', await this.readers.page(caller, asked));
  }

  @Post('search')
  @HttpCode(200)
  @Does('readers.search', 'Readers by card number or a part of the name; the read is logged.')
  @ApiOkResponse({ type: ReaderPage })
  async search(@From() caller: Caller, @Body() asked: SearchReadersAsked): Promise<ReaderPage> {
    return this.logSight.execute(caller, 'readers.search', await this.readers.search(caller, asked));
  }

  @Get(':id')
  @Does('readers.read', 'One reader; the read is logged.')
  @ApiOkResponse({ type: ReaderView })
  async read(
    @From() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<ReaderView> {
    const reader = await this.readers.byId(caller, pathId(id));
    await this.logSight.execute(caller, 'readers.read', { items: [reader] });
    void reply.header('etag', etagOf(reader.version));
    return reader;
  }

  @Patch(':id')
  @Does('readers.change', 'Changes name, kind or class, leaving and coming back; needs If-Match.')
  @ApiOkResponse({ type: ReaderView })
  async change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeReaderAsked,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<Answer> {
    return tagged(reply, await this.changeReader.execute(request, caller, pathId(id), version, asked));
  }

  @Post(':id/suspensions')
  @HttpCode(201)
  @Does('readers.suspend', 'The reader may not borrow, until a day or until reinstated.')
  @ApiCreatedResponse({ type: ReaderView })
  suspend(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: SuspendReaderAsked,
  ): Promise<Answer> {
    return this.suspendReader.suspend(request, caller, pathId(id), asked);
  }

  @Delete(':id/suspensions')
  @Does('readers.reinstate', 'Ends the suspension of a reader.')
  @ApiOkResponse({ type: ReaderView })
  reinstate(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
  ): Promise<Answer> {
    return this.suspendReader.reinstate(request, caller, pathId(id));
  }
}
