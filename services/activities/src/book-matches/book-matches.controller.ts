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
import { printedBooksForMe, printedMatchedReaders, printedMatches } from './book-matches.format.js';
import {
  BooksForMeAsked,
  BooksForMePage,
  DeclinationAsked,
  DeclinationView,
  MatchAsked,
  MatchedReadersAsked,
  MatchedReadersPage,
  MatchesAsked,
  MatchesPage,
  MatchView,
  type BookForMeView,
  type MatchedReaderView,
} from './book-matches.http.js';
import { BookMatchesQuery } from './book-matches.query.js';
import { DeclineMatch } from './decline-match.use-case.js';
import { SendMatch } from './send-match.use-case.js';

type Listed<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('book-matches')
@Controller()
export class BookMatchesController {
  constructor(
    private readonly query: BookMatchesQuery,
    private readonly send: SendMatch,
    private readonly declineMatch: DeclineMatch,
    private readonly documents: Documents,
  ) {}

  @Post('book-matches')
  @HttpCode(201)
  @Does('book-matches.send')
  @ApiCreatedResponse({ type: MatchView })
  sendMatch(
    @From() caller: Caller,
    @Body() input: MatchAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.send.execute(caller, input, request);
  }

  @Get('book-matches')
  @Does('book-matches.list')
  @ApiOkResponse({ type: MatchesPage })
  list(
    @From() caller: Caller,
    @Query() input: MatchesAsked,
    @ReadsIn() language: Language,
  ): Listed<MatchView> {
    return pageOrDocument(this.documents, printedMatches, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get('book-matches/:id')
  @Does('book-matches.read')
  @ApiOkResponse({ type: MatchView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<MatchView> {
    return this.query.one(caller, pathId(id));
  }

  @Get('book-matches/:id/readers')
  @Does('book-matches.readers')
  @ApiOkResponse({ type: MatchedReadersPage })
  readers(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: MatchedReadersAsked,
    @ReadsIn() language: Language,
  ): Listed<MatchedReaderView> {
    return pageOrDocument(this.documents, printedMatchedReaders, input, language, (page) =>
      this.query.readers(caller, pathId(id), page),
    );
  }

  @Post('book-matches/:id/declination')
  @HttpCode(200)
  @Does('book-matches.decline')
  @ApiOkResponse({ type: DeclinationView })
  decline(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DeclinationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.declineMatch.execute(caller, pathId(id), input, request);
  }

  @Get('books-for-me')
  @Does('books-for-me.list')
  @ApiOkResponse({ type: BooksForMePage })
  forMe(
    @From() caller: Caller,
    @Query() input: BooksForMeAsked,
    @ReadsIn() language: Language,
  ): Listed<BookForMeView> {
    return pageOrDocument(this.documents, printedBooksForMe, input, language, (page) =>
      this.query.forMe(caller, page),
    );
  }
}
