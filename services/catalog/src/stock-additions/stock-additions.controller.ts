import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  invalid,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { StockAdditionId } from '@shulian/contracts/ids';
import { PlanStockAddition } from './plan-stock-addition.use-case.js';
import { printedStockAdditions } from './stock-additions.format.js';
import {
  StockAdditionAsked,
  StockAdditionEndAsked,
  StockAdditionsAsked,
  StockAdditionsPage,
  StockAdditionView,
} from './stock-additions.http.js';
import { StockAdditionsQuery } from './stock-additions.query.js';

@ApiTags('stock-additions')
@Controller('stock-additions')
export class StockAdditionsController {
  constructor(
    private readonly additions: StockAdditionsQuery,
    private readonly planAddition: PlanStockAddition,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('stock-additions.plan')
  @ApiCreatedResponse({ type: StockAdditionView })
  plan(
    @From() caller: Caller,
    @Body() input: StockAdditionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planAddition.plan(caller, caller.schoolFor(input.schoolId), input, request);
  }

  @Get()
  @Does('stock-additions.list')
  @ApiOkResponse({ type: StockAdditionsPage })
  list(
    @From() caller: Caller,
    @Query() input: StockAdditionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<StockAdditionView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedStockAdditions, input, language, (page) =>
      this.additions.find(page, schoolId),
    );
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('stock-additions.end')
  @ApiOkResponse({ type: StockAdditionView })
  end(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() { outcome, words = null }: StockAdditionEndAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    if (outcome === 'cancelled' && words === null) throw invalid({ pointer: '/words', code: 'is-defined' });
    return this.planAddition.end(caller, pathId<StockAdditionId>(id), outcome, words, request);
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Does('stock-additions.reopen')
  @ApiOkResponse({ type: StockAdditionView })
  reopen(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.planAddition.reopen(caller, pathId<StockAdditionId>(id), request);
  }
}
