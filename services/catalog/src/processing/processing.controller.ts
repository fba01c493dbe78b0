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
import type { CopyId } from '@shulian/contracts/ids';
import {
  printedBacklog,
  printedLate,
  printedLeadTimes,
  printedQueue,
  printedSteps,
} from './processing.format.js';
import {
  BacklogAsked,
  BacklogPage,
  LateAsked,
  LatePage,
  LeadTimesAsked,
  LeadTimesPage,
  QueueAsked,
  QueuePage,
  StepAsked,
  StepsPage,
  StepView,
  UndoneStepView,
  UndoStepAsked,
  type BacklogView,
  type LateLine,
  type LeadTimeLine,
  type QueueLine,
  type RecordedStep,
} from './processing.http.js';
import { ProcessingQuery } from './processing.query.js';
import { RecordStep } from './record-step.use-case.js';
import { UndoStep } from './undo-step.use-case.js';

@ApiTags('processing')
@Controller()
export class ProcessingController {
  constructor(
    private readonly processing: ProcessingQuery,
    private readonly recordStep: RecordStep,
    private readonly undoStep: UndoStep,
    private readonly documents: Documents,
  ) {}

  @Post('processing-steps')
  @HttpCode(201)
  @Does('processing-steps.create')
  @ApiCreatedResponse({ type: StepView })
  create(
    @From() caller: Caller,
    @Body() input: StepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.recordStep.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Post('processing-steps/undo')
  @HttpCode(200)
  @Does('processing-steps.undo')
  @ApiOkResponse({ type: UndoneStepView })
  undo(
    @From() caller: Caller,
    @Body() input: UndoStepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoStep.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get('processing-queue')
  @Does('processing-queue.list')
  @ApiOkResponse({ type: QueuePage })
  queue(
    @From() caller: Caller,
    @Query() input: QueueAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<QueueLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedQueue, input, language, (page) =>
      this.processing.queue(page, schoolId),
    );
  }

  @Get('processing-backlog')
  @Does('processing-backlog.list')
  @ApiOkResponse({ type: BacklogPage })
  backlog(
    @From() caller: Caller,
    @Query() input: BacklogAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BacklogView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedBacklog, input, language, ({ cursor }) =>
      this.processing.backlog(cursor, schoolId),
    );
  }

  @Get('processing-lead-times')
  @Does('processing-lead-times.list')
  @ApiOkResponse({ type: LeadTimesPage })
  leadTimes(
    @From() caller: Caller,
    @Query() input: LeadTimesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LeadTimeLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLeadTimes, input, language, (page) =>
      this.processing.leadTimes(page, schoolId),
    );
  }

  @Get('processing-late')
  @Does('processing-late.list')
  @ApiOkResponse({ type: LatePage })
  late(
    @From() caller: Caller,
    @Query() input: LateAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LateLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLate, input, language, (page) =>
      this.processing.late(page, schoolId),
    );
  }

  @Get('copies/:id/processing-steps')
  @Does('processing-steps.list')
  @ApiOkResponse({ type: StepsPage })
  steps(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RecordedStep> | StreamableFile> {
    const copyId = pathId<CopyId>(id);
    return pageOrDocument(this.documents, printedSteps, input, language, ({ cursor }) =>
      this.processing.stepsOf(copyId, cursor, caller),
    );
  }
}
