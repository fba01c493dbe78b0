import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller, denied, Does, From, languageOf, Problem } from '@shulian/service-kit';
import { reportAsCsv } from './report.format.js';
import { ReportAsked, ReportsList, ReportView } from './reports.http.js';
import { formats, ReportsQuery } from './reports.query.js';

/** The part of the HTTP reply that a controller may touch: its headers. */
type Replying = { header(name: string, value: string): unknown };

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsQuery) {}

  @Get()
  @Does('reports.list', 'The reports there are.')
  @ApiOkResponse({ type: ReportsList })
  list(@Headers('accept-language') language: string | undefined): ReportsList {
    return this.reports.list(languageOf(language));
  }

  @Get(':name')
  @Does('reports.read', 'A report as JSON or CSV, and the moment it is true for.')
  @ApiOkResponse({ type: ReportView })
  async read(
    @From() caller: Caller,
    @Param('name') name: string,
    @Query() asked: ReportAsked,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: Replying,
  ): Promise<ReportView | string> {
    if (!(formats as readonly string[]).includes(asked.format))
      throw new Problem(415, 'report.format-unsupported');
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    // Schools are compared by the county; a school sees itself.
    if (schoolId === null && !caller.reach.county) throw denied();
    const report = await this.reports.make(name, schoolId, asked, languageOf(language));
    if (asked.format !== 'csv') return report;
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', `attachment; filename="${report.name}.csv"`);
    void reply.header('x-as-of', report.asOf);
    return reportAsCsv(report);
  }
}
