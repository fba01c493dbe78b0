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
import { printedExchangeBooks } from './book-exchange.format.js';
import {
  AcceptanceAsked,
  ExchangeBookAsked,
  ExchangeBooksAsked,
  ExchangeBooksPage,
  ExchangeBookView,
  ExchangeRefusalAsked,
  TakingAsked,
  TicketsView,
} from './book-exchange.http.js';
import { BookExchangeQuery } from './book-exchange.query.js';
import { ExchangeBooks } from './exchange-book.use-case.js';

@ApiTags('exchange books')
@Controller()
export class BookExchangeController {
  constructor(
    private readonly books: BookExchangeQuery,
    private readonly exchange: ExchangeBooks,
    private readonly documents: Documents,
  ) {}

  @Post('exchange-books')
  @HttpCode(201)
  @Does('exchange-books.create')
  @ApiCreatedResponse({ type: ExchangeBookView })
  bring(
    @From() caller: Caller,
    @Body() input: ExchangeBookAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exchange.bring(caller, input, request);
  }

  @Get('exchange-books')
  @Does('exchange-books.list')
  @ApiOkResponse({ type: ExchangeBooksPage })
  list(
    @From() caller: Caller,
    @Query() input: ExchangeBooksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ExchangeBookView> | StreamableFile> {
    const find = (page: ExchangeBooksAsked) => this.books.list(caller, page);
    return pageOrDocument(this.documents, printedExchangeBooks, input, language, find);
  }

  @Get('exchange-tickets/:id')
  @Does('exchange-books.tickets')
  @ApiOkResponse({ type: TicketsView })
  tickets(@From() caller: Caller, @Param('id') id: string): Promise<TicketsView> {
    return this.books.tickets(caller, pathId(id));
  }

  @Post('exchange-books/:id/acceptance')
  @HttpCode(200)
  @Does('exchange-books.accept')
  @ApiOkResponse({ type: ExchangeBookView })
  accept(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AcceptanceAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exchange.accept(caller, pathId(id), input.tickets, request);
  }

  @Post('exchange-books/:id/refusal')
  @HttpCode(200)
  @Does('exchange-books.refuse')
  @ApiOkResponse({ type: ExchangeBookView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ExchangeRefusalAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exchange.refuse(caller, pathId(id), input.why, request);
  }

  @Post('exchange-books/:id/taking')
  @HttpCode(200)
  @Does('exchange-books.take')
  @ApiOkResponse({ type: ExchangeBookView })
  take(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: TakingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exchange.take(caller, pathId(id), input.readerId, request);
  }

  @Post('exchange-books/:id/undoing')
  @HttpCode(200)
  @Does('exchange-books.take-back')
  @ApiOkResponse({ type: ExchangeBookView })
  takeBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.exchange.takeBack(caller, pathId(id), request);
  }
}
