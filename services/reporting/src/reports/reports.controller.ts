import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Documents, Does, From, ReadsIn, type Language } from '@shulian/service-kit';
import { PrintedReport } from './printed-report.query.js';
import { ReportAsked, ReportsList, ReportView } from './reports.http.js';
import { ReportsQuery } from './reports.query.js';

/** The part of the HTTP reply that a controller may touch: its headers. */
type Replying = { header(name: string, value: string): unknown };

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsQuery,
    private readonly printed: PrintedReport,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('reports.list')
  @ApiOkResponse({ type: ReportsList })
  list(@ReadsIn() language: Language): ReportsList {
    return this.reports.list(language);
  }

  @Get(':name')
  @Does('reports.read')
  @ApiOkResponse({ type: ReportView })
  async read(
    @From() caller: Caller,
    @Param('name') name: string,
    @Query() input: ReportAsked,
    @ReadsIn() language: Language,
    @Res({ passthrough: true }) reply: Replying,
  ): Promise<ReportView | StreamableFile> {
    const { schoolId, knowsReaders } = this.reports.scopeFor(caller, input.schoolId);
    const report = await this.reports.make(name, schoolId, knowsReaders, input, language);
    if (input.format === 'json') return report;
    void reply.header('x-as-of', report.asOf);
    return this.documents.list(input.format, { name, ...(await this.printed.table(report, language)) });
  }
}
