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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { printedDunningLines, printedDunningRuns } from './dunning.format.js';
import {
  DunningLinesAsked,
  DunningLinesPage,
  DunningRunAsked,
  DunningRunsPage,
  DunningRunView,
  OfSchoolAsked,
  ReminderAsked,
  ReminderView,
  type DunningLine,
} from './dunning.http.js';
import { DunningQuery } from './dunning.query.js';
import { MakeDunningRun } from './make-dunning-run.use-case.js';
import { RemoveDunningRun } from './remove-dunning-run.use-case.js';

const backBy = { zh: '请于下列日期前归还：', en: 'Please bring back by ' } as const;

@Controller()
export class DunningController {
  constructor(
    private readonly dunning: DunningQuery,
    private readonly makeRun: MakeDunningRun,
    private readonly removeRun: RemoveDunningRun,
    private readonly documents: Documents,
  ) {}

  @Post('dunning-runs')
  @HttpCode(201)
  @Does('dunning-runs.create')
  @ApiCreatedResponse({ type: DunningRunView })
  create(
    @From() caller: Caller,
    @Body() input: DunningRunAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.makeRun.execute(caller, input, request);
  }

  @Get('dunning-runs')
  @Does('dunning-runs.list')
  @ApiOkResponse({ type: DunningRunsPage })
  list(
    @From() caller: Caller,
    @Query() input: OfSchoolAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DunningRunView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedDunningRuns, input, language, (page) =>
      this.dunning.runs(page, schoolId),
    );
  }

  @Get('dunning-runs/:id/lines')
  @Does('dunning-runs.lines')
  @ApiOkResponse({ type: DunningLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: DunningLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DunningLine> | StreamableFile> {
    const run = await this.dunning.run(caller, pathId(id));
    const notes = [
      run.madeOn,
      ...(run.answerBy === null ? [] : [`${backBy[language]}${run.answerBy}`]),
      ...(run.note === null ? [] : [run.note]),
    ];
    return pageOrDocument(
      this.documents,
      printedDunningLines,
      input,
      language,
      (page) => this.dunning.lines(caller, run, page),
      notes,
    );
  }

  @Delete('dunning-runs/:id')
  @HttpCode(204)
  @Does('dunning-runs.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeRun.execute(caller, pathId(id));
  }

  @Get('dunning-reminders')
  @Does('dunning-reminders.read')
  @ApiOkResponse({ type: ReminderView })
  reminder(@From() caller: Caller, @Query() input: ReminderAsked): Promise<ReminderView> {
    return this.dunning.reminder(caller.schoolFor(input.schoolId));
  }
}
