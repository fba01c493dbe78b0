import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  etagOf,
  From,
  IfMatch,
  Once,
  pathId,
  queryId,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import type { CopyId } from '@shulian/contracts/ids';
import { tagged, type Replying } from '../replying.http.js';
import { AccessionCopy } from './accession-copy.use-case.js';
import { ChangeCopy } from './change-copy.use-case.js';
import { CopiesAsked, CopiesPage, CopyAsked, CopyChangeAsked, CopyView } from './copies.http.js';
import { CopiesQuery } from './copies.query.js';

@ApiTags('copies')
@Controller('copies')
export class CopiesController {
  constructor(
    private readonly copies: CopiesQuery,
    private readonly accessionCopy: AccessionCopy,
    private readonly changeCopy: ChangeCopy,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('copies.create', 'Enters a copy in the accession register of a school.')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: CopyView })
  create(
    @From() caller: Caller,
    @Body() asked: CopyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.accessionCopy.execute(asked, caller.schoolFor(asked.schoolId?.toLowerCase()), request);
  }

  @Get()
  @Does('copies.list', 'Copies by barcode, school or title.')
  @ApiOkResponse({ type: CopiesPage })
  list(@Query() asked: CopiesAsked): Promise<Page<CopyView>> {
    return this.copies.find(asked, queryId('schoolId', asked.schoolId), queryId('titleId', asked.titleId));
  }

  @Get(':id')
  @Does('copies.read', 'One copy.')
  @ApiOkResponse({ type: CopyView })
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Replying): Promise<CopyView> {
    const copy = await this.copies.byId(pathId<CopyId>(id));
    void reply.header('etag', etagOf(copy.version));
    return copy;
  }

  @Patch(':id')
  @Does(
    'copies.change',
    'Changes a copy or strikes it from the register; If-Match names the version it builds on.',
  )
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: CopyView })
  async change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: CopyChangeAsked,
    @Once() request: DeskRequest | null,
    @Res({ passthrough: true }) reply: Replying,
  ): Promise<Answer> {
    return tagged(reply, await this.changeCopy.execute(request, caller, pathId<CopyId>(id), version, asked));
  }
}
