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
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { BeginBatch } from './begin-batch.use-case.js';
import { CancelBatch } from './cancel-batch.use-case.js';
import { printedBatches, printedBatchReaders } from './card-production.format.js';
import {
  BatchAsked,
  BatchesAsked,
  BatchesPage,
  BatchReadersPage,
  BatchView,
  StepAsked,
  type BatchReaderView,
} from './card-production.http.js';
import { CardProductionQuery } from './card-production.query.js';
import { TakeStep } from './take-step.use-case.js';
import { UndoStep } from './undo-step.use-case.js';

@ApiTags('card-batches')
@Controller('card-batches')
export class CardProductionController {
  constructor(
    private readonly batches: CardProductionQuery,
    private readonly beginBatch: BeginBatch,
    private readonly takeStep: TakeStep,
    private readonly undoStep: UndoStep,
    private readonly cancelBatch: CancelBatch,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('card-batches.create')
  @ApiCreatedResponse({ type: BatchView })
  begin(
    @From() caller: Caller,
    @Body() input: BatchAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.beginBatch.execute(caller, input, request);
  }

  @Get()
  @Does('card-batches.list')
  @ApiOkResponse({ type: BatchesPage })
  list(
    @From() caller: Caller,
    @Query() input: BatchesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BatchView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedBatches, input, language, (page) =>
      this.batches.page(caller, page, schoolId),
    );
  }

  @Get(':id')
  @Does('card-batches.read')
  @ApiOkResponse({ type: BatchView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<BatchView> {
    return this.batches.byId(caller, pathId(id));
  }

  @Get(':id/readers')
  @Does('card-batches.readers')
  @ApiOkResponse({ type: BatchReadersPage })
  async readers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BatchReaderView> | StreamableFile> {
    const batch = await this.batches.byId(caller, pathId(id));
    const { schoolId } = batch;
    return pageOrDocument(
      this.documents,
      printedBatchReaders,
      input,
      language,
      async (page) => {
        const found = await this.batches.readers(batch, page);
        const items = found.items.map(({ readerId }) => ({ id: readerId, schoolId }));
        await this.logSight.execute(caller, 'card-batches.readers', { items });
        return found;
      },
      [batch.className],
    );
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Does('card-batches.step')
  @ApiOkResponse({ type: BatchView })
  step(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: StepAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeStep.execute(caller, pathId(id), input, request);
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @Does('card-batches.undo')
  @ApiOkResponse({ type: BatchView })
  undo(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.undoStep.execute(caller, pathId(id), request);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Does('card-batches.cancel')
  @ApiOkResponse({ type: BatchView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelBatch.execute(caller, pathId(id), request);
  }
}
