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
import { printedEBookHoldings, printedEBookLines } from './e-books.format.js';
import {
  EBookCorrectionAsked,
  EBookHoldingsAsked,
  EBookHoldingsPage,
  EBookLinesAsked,
  EBookLinesPage,
  EBookLineView,
  EBooksAsked,
  type EBookHoldingView,
} from './e-books.http.js';
import { EBooksQuery } from './e-books.query.js';
import { EnterEBooks } from './enter-e-books.use-case.js';

@ApiTags('e-books')
@Controller()
export class EBooksController {
  constructor(
    private readonly books: EBooksQuery,
    private readonly enterBooks: EnterEBooks,
    private readonly documents: Documents,
  ) {}

  @Post('e-book-lines')
  @HttpCode(201)
  @Does('e-books.enter')
  @ApiCreatedResponse({ type: EBookLineView })
  enter(
    @From() caller: Caller,
    @Body() asked: EBooksAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterBooks.enter(caller, asked, request);
  }

  @Get('e-book-lines')
  @Does('e-books.lines')
  @ApiOkResponse({ type: EBookLinesPage })
  lines(
    @From() caller: Caller,
    @Query() asked: EBookLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EBookLineView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedEBookLines, asked, language, (page) =>
      this.books.lines(page, schoolId),
    );
  }

  @Post('e-book-lines/:id/correction')
  @HttpCode(201)
  @Does('e-books.correct')
  @ApiCreatedResponse({ type: EBookLineView })
  correct(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: EBookCorrectionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.enterBooks.correct(caller, pathId(id), asked, request);
  }

  @Get('e-book-holdings')
  @Does('e-books.holdings')
  @ApiOkResponse({ type: EBookHoldingsPage })
  holdings(
    @From() caller: Caller,
    @Query() asked: EBookHoldingsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<EBookHoldingView> | StreamableFile> {
    const schoolId = caller.schoolOrCounty(asked.schoolId);
    return pageOrDocument(this.documents, printedEBookHoldings, asked, language, (page) =>
      this.books.holdings(page, schoolId),
    );
  }
}
