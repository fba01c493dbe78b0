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
import { EnterTextbookLines } from './enter-textbook-lines.use-case.js';
import { ReverseTextbookLine } from './reverse-textbook-line.use-case.js';
import { TakeTextbooksBack } from './take-textbooks-back.use-case.js';
import { printedHoldings, printedLines, printedStock } from './textbook-stock.format.js';
import {
  TextbookHoldingsAsked,
  TextbookHoldingsPage,
  TextbookLinesAsked,
  TextbookLinesEntered,
  TextbookLinesListAsked,
  TextbookLinesPage,
  TextbookLineView,
  TextbookReturnAsked,
  TextbookReturnView,
  TextbookReversalAsked,
  TextbookStockAsked,
  TextbookStockPage,
  type TextbookHoldingView,
  type TextbookStockView,
} from './textbook-stock.http.js';
import { TextbookStockQuery } from './textbook-stock.query.js';

@ApiTags('textbook-stock')
@Controller()
export class TextbookStockController {
  constructor(
    private readonly stock: TextbookStockQuery,
    private readonly enterLines: EnterTextbookLines,
    private readonly reverseLine: ReverseTextbookLine,
    private readonly takeBack: TakeTextbooksBack,
    private readonly documents: Documents,
  ) {}

  @Post('textbook-lines')
  @HttpCode(201)
  @Does('textbook-lines.enter')
  @ApiCreatedResponse({ type: TextbookLinesEntered })
  enter(
    @From() caller: Caller,
    @Body() input: TextbookLinesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterLines.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Post('textbook-lines/:id/reversal')
  @HttpCode(201)
  @Does('textbook-lines.reverse')
  @ApiCreatedResponse({ type: TextbookLineView })
  reverse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TextbookReversalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.reverseLine.execute(pathId(id), input, caller, request);
  }

  @Get('textbook-lines')
  @Does('textbook-lines.list')
  @ApiOkResponse({ type: TextbookLinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: TextbookLinesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookLineView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedLines, input, language, (page) =>
      this.stock.lines(page, schoolId),
    );
  }

  @Post('textbook-returns')
  @HttpCode(201)
  @Does('textbook-returns.enter')
  @ApiCreatedResponse({ type: TextbookReturnView })
  giveBack(
    @From() caller: Caller,
    @Body() input: TextbookReturnAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeBack.execute(input, caller.schoolFor(input.schoolId), caller.id, request);
  }

  @Get('textbook-stock')
  @Does('textbook-stock.list')
  @ApiOkResponse({ type: TextbookStockPage })
  balance(
    @From() caller: Caller,
    @Query() input: TextbookStockAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookStockView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedStock, input, language, (page) =>
      this.stock.stock(page, schoolId),
    );
  }

  @Get('textbook-holdings')
  @Does('textbook-holdings.list')
  @ApiOkResponse({ type: TextbookHoldingsPage })
  holdings(
    @From() caller: Caller,
    @Query() input: TextbookHoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<TextbookHoldingView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedHoldings, input, language, (page) =>
      this.stock.holdings(page, schoolId),
    );
  }
}
