import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
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
import { CheckPassage } from './check-passage.use-case.js';
import { printedAlarms } from './exit-gate.format.js';
import {
  GateAlarmsAsked,
  GateAlarmsPage,
  GateAlarmView,
  GateCheckAsked,
  GateCheckView,
  AlarmOutcomeAsked,
} from './exit-gate.http.js';
import { ExitGateQuery } from './exit-gate.query.js';
import { SettleAlarm } from './settle-alarm.use-case.js';

@ApiTags('exit-gate')
@Controller()
export class ExitGateController {
  constructor(
    private readonly gate: ExitGateQuery,
    private readonly checkPassage: CheckPassage,
    private readonly settleAlarm: SettleAlarm,
    private readonly documents: Documents,
  ) {}

  @Post('gate-checks')
  @HttpCode(200)
  @Does('gate-checks.create')
  @ApiOkResponse({ type: GateCheckView })
  check(
    @From() caller: Caller,
    @Body() input: GateCheckAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.checkPassage.execute(input.barcodes, caller.schoolFor(input.schoolId), request);
  }

  @Get('gate-alarms')
  @Does('gate-alarms.list')
  @ApiOkResponse({ type: GateAlarmsPage })
  alarms(
    @From() caller: Caller,
    @Query() input: GateAlarmsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<GateAlarmView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedAlarms, input, language, (page) =>
      this.gate.alarms(page, schoolId),
    );
  }

  @Put('gate-alarms/:id/outcome')
  @Does('gate-alarms.settle')
  @ApiOkResponse({ type: GateAlarmView })
  settle(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AlarmOutcomeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.settleAlarm.execute(pathId(id), input, caller, request);
  }
}
