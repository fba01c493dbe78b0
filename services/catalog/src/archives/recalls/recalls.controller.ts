import { Body, Controller, Get, HttpCode, Post, Put, Query, type StreamableFile } from '@nestjs/common';
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
import { RecallFiles } from './recall-files.use-case.js';
import { printedCompletion, printedRecalls, printedReminders } from './recalls.format.js';
import {
  CompletionAsked,
  CompletionPage,
  CompletionView,
  ExpectationAsked,
  RecallsAsked,
  RecallsPage,
  ReminderAsked,
  RemindersAsked,
  RemindersPage,
  ReminderView,
  type RecallView,
} from './recalls.http.js';
import { RecallsQuery } from './recalls.query.js';

@ApiTags('archives')
@Controller()
export class RecallsController {
  constructor(
    private readonly recalling: RecallsQuery,
    private readonly recallFiles: RecallFiles,
    private readonly documents: Documents,
  ) {}

  @Get('archive-recalls')
  @Does('archive-recalls.list')
  @ApiOkResponse({ type: RecallsPage })
  list(
    @From() caller: Caller,
    @Query() asked: RecallsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RecallView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedRecalls, asked, language, (page) =>
      this.recalling.recalls(page, schoolId),
    );
  }

  @Post('archive-reminders')
  @HttpCode(201)
  @Does('archive-recalls.remind')
  @ApiCreatedResponse({ type: ReminderView })
  remind(
    @From() caller: Caller,
    @Body() asked: ReminderAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.recallFiles.remind(caller, asked, request);
  }

  @Get('archive-reminders')
  @Does('archive-recalls.reminders')
  @ApiOkResponse({ type: RemindersPage })
  reminders(
    @From() caller: Caller,
    @Query() asked: RemindersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReminderView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedReminders, asked, language, (page) =>
      this.recalling.reminders(page, schoolId),
    );
  }

  @Put('archive-expectations')
  @Does('archive-completion.expect')
  @ApiOkResponse({ type: CompletionView })
  expect(
    @From() caller: Caller,
    @Body() asked: ExpectationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.recallFiles.expect(caller, asked, request);
  }

  @Get('archive-completion')
  @Does('archive-completion.list')
  @ApiOkResponse({ type: CompletionPage })
  completion(
    @From() caller: Caller,
    @Query() asked: CompletionAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CompletionView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedCompletion, asked, language, (page) =>
      this.recalling.completion(page, schoolId),
    );
  }
}
