import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { CheckInIssues } from './check-in-issues.use-case.js';
import { printedDays, printedIssues } from './issues.format.js';
import {
  CheckedInAnswer,
  CheckInAsked,
  DaysAsked,
  DaysPage,
  IssuesAsked,
  IssuesPage,
  IssueView,
  StepAnswer,
  IssueStepAsked,
  type DayView,
} from './issues.http.js';
import { IssuesQuery } from './issues.query.js';

@ApiTags('serials')
@Controller()
export class IssuesController {
  constructor(
    private readonly issues: IssuesQuery,
    private readonly checkInIssues: CheckInIssues,
    private readonly documents: Documents,
  ) {}

  @Get('serial-issues')
  @Does('serial-issues.list')
  @ApiOkResponse({ type: IssuesPage })
  list(
    @From() caller: Caller,
    @Query() asked: IssuesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<IssueView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedIssues, asked, language, (page) =>
      this.issues.find(page, schoolId),
    );
  }

  @Get('serial-days')
  @Does('serial-days.list')
  @ApiOkResponse({ type: DaysPage })
  days(
    @From() caller: Caller,
    @Query() asked: DaysAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DayView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedDays, asked, language, (page) =>
      this.issues.days(page, schoolId),
    );
  }

  @Post('serial-check-ins')
  @HttpCode(200)
  @Does('serial-issues.check-in')
  @ApiOkResponse({ type: CheckedInAnswer })
  checkIn(
    @From() caller: Caller,
    @Body() asked: CheckInAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkInIssues.execute(caller, caller.schoolFor(asked.schoolId), asked, request);
  }

  @Delete('serial-receipts/:id')
  @HttpCode(200)
  @Does('serial-issues.undo-check-in')
  @ApiOkResponse({ type: IssueView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkInIssues.undo(caller, pathId(id), request);
  }

  @Post('serial-receipt-steps')
  @HttpCode(200)
  @Does('serial-issues.step')
  @ApiOkResponse({ type: StepAnswer })
  step(
    @From() caller: Caller,
    @Body() asked: IssueStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkInIssues.step(caller.schoolFor(asked.schoolId), asked, request);
  }
}
