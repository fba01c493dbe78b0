import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
import { EnterLines } from './enter-lines.use-case.js';
import { ReverseLine } from './reverse-line.use-case.js';
import { printedHoldings, printedLines, printedStock } from './teaching-stock.format.js';
import {
  TeachingReversalAsked,
  TeachingHoldingsAsked,
  TeachingHoldingsPage,
  TeachingLinesAsked,
  TeachingLinesEntered,
  TeachingLinesListAsked,
  TeachingLinesPage,
  TeachingLineView,
  TeachingStockAsked,
  TeachingStockPage,
  type TeachingHoldingView,
  type TeachingStockView,
} from './teaching-stock.http.js';
import { TeachingStockQuery } from './teaching-stock.query.js';

@ApiTags('teaching-stock')
@Controller()
export class TeachingStockController {
  constructor(
    private readonly teaching: TeachingStockQuery,
    private readonly enterLines: EnterLines,
    private readonly reverseLine: ReverseLine,
    private readonly documents: Documents,
  ) {}

  @Post('teaching-lines')
  @HttpCode(201)
  @Does('teaching-lines.enter')
  @ApiCreatedResponse({ type: TeachingLinesEntered })
  enter(
    @From() caller: Caller,
    @Body() input: TeachingLinesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterLines.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Post('teaching-lines/:id/reversal')
  @HttpCode(201)
  @Does('teaching-lines.reverse')
  @ApiCreatedResponse({ type: TeachingLineView })
  reverse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TeachingReversalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reverseLine.execute(pathId(id), input, caller, request);
  }

  @Get('teaching-lines')
  @Does('teaching-lines.list')
  @ApiOkResponse({ type: TeachingLinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: TeachingLinesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeachingLineView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLines, input, language, (page) =>
      this.teaching.lines(page, schoolId),
    );
  }

  @Get('teaching-stock')
  @Does('teaching-stock.list')
  @ApiOkResponse({ type: TeachingStockPage })
  stock(
    @From() caller: Caller,
    @Query() input: TeachingStockAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeachingStockView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedStock, input, language, (page) =>
      this.teaching.stock(page, schoolId),
    );
  }

  @Get('teaching-holdings')
  @Does('teaching-holdings.list')
  @ApiOkResponse({ type: TeachingHoldingsPage })
  holdings(
    @From() caller: Caller,
    @Query() input: TeachingHoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TeachingHoldingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedHoldings, input, language, (page) =>
      this.teaching.holdings(page, schoolId),
    );
  }
}
