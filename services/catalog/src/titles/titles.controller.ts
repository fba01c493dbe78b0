import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  queryId,
  type Answer,
  type DeskRequest,
  type Page,
  Versioned,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { ChangeTitle } from './change-title.use-case.js';
import { DescribeTitle } from './describe-title.use-case.js';
import { TitlesAsked } from './titles-asked.http.js';
import { TitleAsked, TitleChange, TitlesPage, TitleView } from './titles.http.js';
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
  @Versioned()
  @Does('titles.create')
  @ApiCreatedResponse({ type: TitleView })
  create(@Body() input: TitleAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.describeTitle.execute(input, request);
  }

  @Get()
  @Does('titles.list')
  @ApiOkResponse({ type: TitlesPage })
  list(@Query() input: TitlesAsked): Promise<Page<TitleView>> {
    return this.titles.page(input, queryId('schoolId', input.schoolId));
  }

  @Get(':id')
  @Versioned()
  @Does('titles.read')
  @ApiOkResponse({ type: TitleView })
  read(@Param('id') id: string): Promise<TitleView> {
    return this.titles.byId(pathId<TitleId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('titles.change')
  @ApiOkResponse({ type: TitleView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: TitleChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeTitle.execute(request, caller, pathId<TitleId>(id), version, input);
  }
}
