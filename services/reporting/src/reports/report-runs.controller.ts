import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  Job,
  Once,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import { QueueReportRun } from './queue-report-run.use-case.js';
import { ReportRunAsked } from './report-runs.http.js';

@ApiTags('reports')
@Controller('reports')
export class ReportRunsController {
  constructor(private readonly queueReportRun: QueueReportRun) {}

  @Post(':name/runs')
  @HttpCode(202)
  @Does('report-runs.create')
  @ApiAcceptedResponse({ type: Job })
  run(
    @From() caller: Caller,
    @Param('name') name: string,
    @Body() input: ReportRunAsked,
    @ReadsIn() language: Language,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.queueReportRun.execute(caller, name, input, language, request);
  }
}
