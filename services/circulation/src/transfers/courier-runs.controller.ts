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
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { ChangeRun } from './change-run.use-case.js';
import { printedRuns } from './courier-runs.format.js';
import {
  CourierRunAsked,
  CourierRunsAsked,
  CourierRunsPage,
  CourierRunView,
  RunLinesAsked,
} from './courier-runs.http.js';
import { CourierRunsQuery } from './courier-runs.query.js';
import { OpenRun } from './open-run.use-case.js';
import { PackCopy } from './pack-copy.use-case.js';
import { RemoveRun } from './remove-run.use-case.js';
import { printedManifest } from './transfers.format.js';
import { ScanAsked, TransfersPage, TransferView } from './transfers.http.js';
import { UnpackCopy } from './unpack-copy.use-case.js';

@ApiTags('courier-runs')
@Controller('courier-runs')
export class CourierRunsController {
  constructor(
    private readonly runs: CourierRunsQuery,
    private readonly openRun: OpenRun,
    private readonly packCopy: PackCopy,
    private readonly unpackCopy: UnpackCopy,
    private readonly changeRun: ChangeRun,
    private readonly removeRun: RemoveRun,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('courier-runs.list')
  @ApiOkResponse({ type: CourierRunsPage })
  list(
    @From() caller: Caller,
    @Query() input: CourierRunsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CourierRunView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedRuns, input, language, (page) =>
      this.runs.list(page, schoolId),
    );
  }

  @Post()
  @HttpCode(201)
  @Does('courier-runs.create')
  @ApiCreatedResponse({ type: CourierRunView })
  create(
    @From() caller: Caller,
    @Body() input: CourierRunAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openRun.execute(caller, input, request);
  }

  @Get(':id')
  @Does('courier-runs.read')
  @ApiOkResponse({ type: CourierRunView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<CourierRunView> {
    return this.runs.one(caller, pathId(id));
  }

  @Get(':id/lines')
  @Does('courier-runs.lines')
  @ApiOkResponse({ type: TransfersPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: RunLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TransferView> | StreamableFile> {
    const run = await this.runs.one(caller, pathId(id));
    const find = (page: RunLinesAsked) => this.runs.lines(caller, run, page);
    return pageOrDocument(this.documents, printedManifest, input, language, find, [
      `${run.runOn} ${run.school ?? ''} ${run.courier}`,
    ]);
  }

  @Post(':id/packings')
  @HttpCode(200)
  @Does('courier-runs.pack')
  @ApiOkResponse({ type: TransferView })
  pack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ScanAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.packCopy.execute(caller, pathId(id), input, request);
  }

  @Post(':id/packings/:transferId/undoing')
  @HttpCode(200)
  @Does('courier-runs.unpack')
  @ApiOkResponse({ type: TransferView })
  unpack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('transferId') transferId: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.unpackCopy.execute(caller, pathId(id), pathId(transferId), request);
  }

  @Post(':id/departure')
  @HttpCode(200)
  @Does('courier-runs.leave')
  @ApiOkResponse({ type: CourierRunView })
  leave(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeRun.execute(caller, pathId(id), 'left', request);
  }

  @Post(':id/departure-undoing')
  @HttpCode(200)
  @Does('courier-runs.undo-leaving')
  @ApiOkResponse({ type: CourierRunView })
  undoLeaving(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeRun.execute(caller, pathId(id), 'open', request);
  }

  @Delete(':id')
  @HttpCode(204)
  @Does('courier-runs.remove')
  @ApiNoContentResponse()
  remove(@From() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.removeRun.execute(caller, pathId(id));
  }
}
