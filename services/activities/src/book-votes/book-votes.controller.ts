import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedGiftCounts, printedGifts, printedResults, printedVotes } from './book-votes.format.js';
import {
  BallotAsked,
  BallotView,
  GiftAsked,
  GiftCountsAsked,
  GiftCountsPage,
  GiftsAsked,
  GiftsPage,
  GiftView,
  ResultsAsked,
  ResultsPage,
  VoteAsked,
  VoteChangeAsked,
  VotesAsked,
  VotesPage,
  VoteView,
  type GiftCountView,
  type ResultView,
} from './book-votes.http.js';
import { BookVotesQuery } from './book-votes.query.js';
import { CastBallot } from './cast-ballot.use-case.js';
import { EnterGift } from './enter-gift.use-case.js';
import { KeepVote } from './keep-vote.use-case.js';

type Request = DeskRequest | null;
type Listed<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('book-votes')
@Controller('book-votes')
export class BookVotesController {
  constructor(
    private readonly query: BookVotesQuery,
    private readonly keep: KeepVote,
    private readonly castBallot: CastBallot,
    private readonly enterGift: EnterGift,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('book-votes.open')
  @ApiCreatedResponse({ type: VoteView })
  open(@From() caller: Caller, @Body() input: VoteAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.open(caller, input, request);
  }

  @Get()
  @Does('book-votes.list')
  @ApiOkResponse({ type: VotesPage })
  list(@From() caller: Caller, @Query() input: VotesAsked, @ReadsIn() language: Language): Listed<VoteView> {
    return pageOrDocument(this.documents, printedVotes, input, language, (page) =>
      this.query.list(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('book-votes.read')
  @ApiOkResponse({ type: VoteView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<VoteView> {
    return this.query.one(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('book-votes.change')
  @ApiOkResponse({ type: VoteView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: VoteChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Put(':id/ballot')
  @Does('book-votes.cast')
  @ApiOkResponse({ type: BallotView })
  cast(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: BallotAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.castBallot.execute(caller, pathId(id), input, request);
  }

  @Get(':id/results')
  @Does('book-votes.results')
  @ApiOkResponse({ type: ResultsPage })
  results(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ResultsAsked,
    @ReadsIn() language: Language,
  ): Listed<ResultView> {
    return pageOrDocument(this.documents, printedResults, input, language, (page) =>
      this.query.results(caller, pathId(id), page),
    );
  }

  @Post(':id/gifts')
  @HttpCode(201)
  @Does('book-gifts.enter')
  @ApiCreatedResponse({ type: GiftView })
  give(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: GiftAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.enterGift.execute(caller, pathId(id), input, request);
  }

  @Get(':id/gifts')
  @Does('book-gifts.list')
  @ApiOkResponse({ type: GiftsPage })
  gifts(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: GiftsAsked,
    @ReadsIn() language: Language,
  ): Listed<GiftView> {
    return pageOrDocument(this.documents, printedGifts, input, language, (page) =>
      this.query.gifts(caller, pathId(id), page),
    );
  }

  @Get(':id/gift-counts')
  @Does('book-gifts.counts')
  @ApiOkResponse({ type: GiftCountsPage })
  giftCounts(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: GiftCountsAsked,
    @ReadsIn() language: Language,
  ): Listed<GiftCountView> {
    return pageOrDocument(this.documents, printedGiftCounts, input, language, (page) =>
      this.query.giftCounts(caller, pathId(id), page),
    );
  }
}
