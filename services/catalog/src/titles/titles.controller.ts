import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Does,
  etagOf,
  IfMatch,
  Once,
  pathId,
  queryId,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { tagged, type Replying } from '../replying.http.js';
import { ChangeTitle } from './change-title.use-case.js';
import { DescribeTitle } from './describe-title.use-case.js';
import { TitleAsked, TitleChange, TitlesAsked, TitlesPage, TitleView } from './titles.http.js';
import { TitlesQuery } from './titles.query.js';

@ApiTags('titles')
@Controller('titles')
export class TitlesController {
  constructor(
    private readonly titles: TitlesQuery,
    private readonly describeTitle: DescribeTitle,
    private readonly changeTitle: ChangeTitle,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('titles.create', 'Describes a title of the county catalogue.')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TitleView })
  create(@Body() asked: TitleAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.describeTitle.execute(asked, request);
  }

  @Get()
  @Does('titles.list', 'Searches the union catalogue; every title found carries the holdings of the schools.')
  @ApiOkResponse({ type: TitlesPage })
  list(@Query() asked: TitlesAsked): Promise<Page<TitleView>> {
    return this.titles.find(asked, queryId('schoolId', asked.schoolId));
  }

  @Get(':id')
  @Does('titles.read', 'One title with its holdings.')
  @ApiOkResponse({ type: TitleView })
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Replying): Promise<TitleView> {
    const title = await this.titles.byId(pathId<TitleId>(id));
    void reply.header('etag', etagOf(title.version));
    return title;
  }

  @Patch(':id')
  @Does('titles.change', 'Corrects the description of a title; If-Match names the version it builds on.')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: TitleView })
  async change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: TitleChange,
    @Once() request: DeskRequest | null,
    @Res({ passthrough: true }) reply: Replying,
  ): Promise<Answer> {
    return tagged(reply, await this.changeTitle.execute(request, pathId<TitleId>(id), version, asked));
  }
}
