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
import { SendReport } from './send-report.use-case.js';
import { SettleReport } from './settle-report.use-case.js';
import { printedReport, printedReports } from './work-reports.format.js';
import {
  ReportAsked,
  ReportLinesPage,
  ReportRemark,
  ReportsAsked,
  ReportsPage,
  ReportView,
  type ReportLineView,
} from './work-reports.http.js';
import { WorkReportsQuery } from './work-reports.query.js';

@ApiTags('work reports')
@Controller('work-reports')
export class WorkReportsController {
  constructor(
    private readonly reports: WorkReportsQuery,
    private readonly sendReport: SendReport,
    private readonly settleReport: SettleReport,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('work-reports.create')
  @ApiCreatedResponse({ type: ReportView })
  create(
    @From() caller: Caller,
    @Body() input: ReportAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.sendReport.execute(caller, input, request);
  }

  @Get()
  @Does('work-reports.list')
  @ApiOkResponse({ type: ReportsPage })
  list(
    @From() caller: Caller,
    @Query() input: ReportsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReportView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedReports, input, language, (page) =>
      this.reports.list(page, schoolId),
    );
  }

  @Get(':id/lines')
  @Does('work-reports.lines')
  @ApiOkResponse({ type: ReportLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ReportLineView> | StreamableFile> {
    const report = await this.reports.byId(caller, pathId(id));
    const notes = [report.toWhom, report.from, report.asOf, report.words].filter((note) => note !== null);
    return pageOrDocument(
      this.documents,
      printedReport(report),
      input,
      language,
      (page) => this.reports.lines(report, page),
      notes,
    );
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Does('work-reports.acknowledge')
  @ApiOkResponse({ type: ReportView })
  acknowledge(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ReportRemark,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleReport.execute(caller, pathId(id), 'acknowledged', input, request);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Does('work-reports.withdraw')
  @ApiOkResponse({ type: ReportView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ReportRemark,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleReport.execute(caller, pathId(id), 'withdrawn', input, request);
  }
}
