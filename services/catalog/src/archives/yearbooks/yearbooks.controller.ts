import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { MakeYearbook } from './make-yearbook.use-case.js';
import { printedYearbookIssues, printedYearbooks } from './yearbooks.format.js';
import {
  YearbookAsked,
  YearbookIssueAsked,
  YearbookIssuesPage,
  YearbookIssueView,
  YearbooksAsked,
  YearbooksPage,
  YearbookStepAsked,
  YearbookView,
} from './yearbooks.http.js';
import { YearbooksQuery } from './yearbooks.query.js';

@ApiTags('archives')
@Controller()
export class YearbooksController {
  constructor(
    private readonly yearbooks: YearbooksQuery,
    private readonly make: MakeYearbook,
    private readonly documents: Documents,
  ) {}

  @Post('archive-yearbooks')
  @HttpCode(201)
  @Does('archive-yearbooks.begin')
  @ApiCreatedResponse({ type: YearbookView })
  begin(
    @From() caller: Caller,
    @Body() asked: YearbookAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.begin(caller, asked, request);
  }

  @Get('archive-yearbooks')
  @Does('archive-yearbooks.list')
  @ApiOkResponse({ type: YearbooksPage })
  list(
    @From() caller: Caller,
    @Query() asked: YearbooksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<YearbookView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedYearbooks, asked, language, (page) =>
      this.yearbooks.find(page, schoolId),
    );
  }

  @Get('archive-yearbooks/:id')
  @Does('archive-yearbooks.read')
  @ApiOkResponse({ type: YearbookView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<YearbookView> {
    return this.yearbooks.byId(caller, pathId(id));
  }

  @Post('archive-yearbooks/:id/step')
  @HttpCode(200)
  @Does('archive-yearbooks.advance')
  @ApiOkResponse({ type: YearbookView })
  advance(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: YearbookStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.advance(caller, pathId(id), asked.copies ?? null, request);
  }

  @Post('archive-yearbooks/:id/reopening')
  @HttpCode(200)
  @Does('archive-yearbooks.go-back')
  @ApiOkResponse({ type: YearbookView })
  goBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.goBack(caller, pathId(id), request);
  }

  @Get('archive-yearbooks/:id/issues')
  @Does('archive-yearbooks.issues')
  @ApiOkResponse({ type: YearbookIssuesPage })
  async issues(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<YearbookIssueView> | StreamableFile> {
    const book = await this.yearbooks.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedYearbookIssues(book), asked, language, (page) =>
      this.yearbooks.issues(book.id, page),
    );
  }

  @Post('archive-yearbooks/:id/issues')
  @HttpCode(201)
  @Does('archive-yearbooks.issue')
  @ApiCreatedResponse({ type: YearbookIssueView })
  issue(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: YearbookIssueAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.issue(caller, pathId(id), asked, request);
  }

  @Post('archive-yearbook-issues/:id/return')
  @HttpCode(200)
  @Does('archive-yearbooks.take-back')
  @ApiOkResponse({ type: YearbookIssueView })
  takeBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.make.takeBack(caller, pathId(id), request);
  }
}
