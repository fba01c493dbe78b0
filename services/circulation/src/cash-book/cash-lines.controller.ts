import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedCashLines } from './cash-book.format.js';
import {
  CashEntered,
  CashLinesAsked,
  CashLinesPage,
  HandOverAsked,
  RefundAsked,
  ReversalAsked,
  type CashLine,
} from './cash-book.http.js';
import { CashBookQuery } from './cash-book.query.js';
import { HandOverCash } from './hand-over-cash.use-case.js';
import { RefundCompensation } from './refund-compensation.use-case.js';
import { ReverseCashLine } from './reverse-cash-line.use-case.js';

@Controller('cash-lines')
export class CashLinesController {
  constructor(
    private readonly cashBook: CashBookQuery,
    private readonly refundCompensation: RefundCompensation,
    private readonly handOverCash: HandOverCash,
    private readonly reverseLine: ReverseCashLine,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('cash-lines.list')
  @ApiOkResponse({ type: CashLinesPage })
  list(
    @From() caller: Caller,
    @Query() input: CashLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CashLine> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCashLines, input, language, (page) =>
      this.cashBook.lines(page, schoolId),
    );
  }

  @Post('refunds')
  @HttpCode(200)
  @Does('cash-lines.refund')
  @ApiOkResponse({ type: CashEntered })
  refund(
    @From() caller: Caller,
    @Body() input: RefundAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.refundCompensation.execute(caller, input, request);
  }

  @Post('handings-over')
  @HttpCode(200)
  @Does('cash-lines.hand-over')
  @ApiOkResponse({ type: CashEntered })
  handOver(
    @From() caller: Caller,
    @Body() input: HandOverAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOverCash.execute(caller, input, request);
  }

  @Post('reversals')
  @HttpCode(200)
  @Does('cash-lines.reverse')
  @ApiOkResponse({ type: CashEntered })
  reverse(
    @From() caller: Caller,
    @Body() input: ReversalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reverseLine.execute(caller, input, request);
  }
}
