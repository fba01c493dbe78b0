import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
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
import type { RepairId } from '@shulian/contracts/ids';
import { EndRepair } from './end-repair.use-case.js';
import { ReopenRepair } from './reopen-repair.use-case.js';
import { printedRepairs, printedWeeks } from './repairs.format.js';
import {
  RepairEnd,
  RepairsAsked,
  RepairsPage,
  RepairsTaken,
  RepairView,
  TakenAnswer,
  WeeksAsked,
  WeeksPage,
  type WeekLine,
} from './repairs.http.js';
import { RepairsQuery } from './repairs.query.js';
import { TakeForRepair } from './take-for-repair.use-case.js';

@ApiTags('repairs')
@Controller()
export class RepairsController {
  constructor(
    private readonly repairs: RepairsQuery,
    private readonly takeForRepair: TakeForRepair,
    private readonly endRepair: EndRepair,
    private readonly reopenRepair: ReopenRepair,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('repairs')
  @HttpCode(200)
  @Does('repairs.take')
  @ApiOkResponse({ type: TakenAnswer })
  take(
    @From() caller: Caller,
    @Body() input: RepairsTaken,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeForRepair.execute(caller, input, request);
  }

  @Get('repairs')
  @Does('repairs.list')
  @ApiOkResponse({ type: RepairsPage })
  list(
    @From() caller: Caller,
    @Query() input: RepairsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RepairView> | StreamableFile> {
    return pageOrDocument(this.documents, printedRepairs, input, language, (page) =>
      this.repairs.list(caller, page),
    );
  }

  @Post('repairs/:id/end')
  @HttpCode(200)
  @Does('repairs.end')
  @ApiOkResponse({ type: RepairView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: RepairEnd,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.endRepair.execute(caller, pathId<RepairId>(id), input, request);
  }

  @Post('repairs/:id/reopening')
  @HttpCode(200)
  @Does('repairs.reopen')
  @ApiOkResponse({ type: RepairView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reopenRepair.execute(caller, pathId<RepairId>(id), request);
  }

  @Get('repair-weeks')
  @Does('repairs.weeks')
  @ApiOkResponse({ type: WeeksPage })
  weeks(
    @From() caller: Caller,
    @Query() input: WeeksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<WeekLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedWeeks, input, language, (page) =>
      this.repairs.weeks(page, schoolId, this.clock.today()),
    );
  }
}
