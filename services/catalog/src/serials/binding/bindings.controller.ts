import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { BindIssues } from './bind-issues.use-case.js';
import { printedBackIssues, printedRuns } from './bindings.format.js';
import {
  BackIssuesAsked,
  BackIssuesPage,
  BindingAnswer,
  BindingAsked,
  RunsAsked,
  RunsPage,
  type BackIssueView,
  type RunView,
} from './bindings.http.js';
import { BindingsQuery } from './bindings.query.js';

@ApiTags('serials')
@Controller()
export class BindingsController {
  constructor(
    private readonly bindings: BindingsQuery,
    private readonly bindIssues: BindIssues,
    private readonly documents: Documents,
  ) {}

  @Get('serial-binding-runs')
  @Does('serial-bindings.runs')
  @ApiOkResponse({ type: RunsPage })
  runs(
    @From() caller: Caller,
    @Query() asked: RunsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RunView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedRuns, asked, language, (page) =>
      this.bindings.runs(page, schoolId),
    );
  }

  @Post('serial-bindings')
  @HttpCode(201)
  @Does('serial-bindings.bind')
  @ApiCreatedResponse({ type: BindingAnswer })
  bind(
    @From() caller: Caller,
    @Body() asked: BindingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.bindIssues.execute(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Get('back-issues')
  @Does('back-issues.list')
  @ApiOkResponse({ type: BackIssuesPage })
  backIssues(
    @From() caller: Caller,
    @Query() asked: BackIssuesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BackIssueView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedBackIssues, asked, language, (page) =>
      this.bindings.backIssues(page, schoolId),
    );
  }
}
