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
import { printedCandidates, printedCertificates, printedRounds } from './award-rounds.format.js';
import {
  AwardsPage,
  AwardView,
  CandidatesAsked,
  CandidatesPage,
  CertificatesAsked,
  AwardChoiceAsked,
  QuizResultsAsked,
  RoundAsked,
  RoundChangeAsked,
  RoundsAsked,
  RoundsPage,
  RoundView,
  type CandidateView,
} from './award-rounds.http.js';
import { AwardRoundsQuery } from './award-rounds.query.js';
import { ChooseAward } from './choose-award.use-case.js';
import { KeepRound } from './keep-round.use-case.js';

type Request = DeskRequest | null;
type Listed<Item> = Promise<Page<Item> | StreamableFile>;

/** Rounds of awards with who could be chosen. */
@ApiTags('award-rounds')
@Controller('award-rounds')
export class AwardRoundsController {
  constructor(
    private readonly query: AwardRoundsQuery,
    private readonly keep: KeepRound,
    private readonly chooseAward: ChooseAward,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('award-rounds.open')
  @ApiCreatedResponse({ type: RoundView })
  open(@From() caller: Caller, @Body() input: RoundAsked, @Once() request: Request): Promise<Answer> {
    return this.keep.open(caller, input, request);
  }

  @Get()
  @Does('award-rounds.list')
  @ApiOkResponse({ type: RoundsPage })
  list(
    @From() caller: Caller,
    @Query() input: RoundsAsked,
    @ReadsIn() language: Language,
  ): Listed<RoundView> {
    return pageOrDocument(this.documents, printedRounds, input, language, (page) =>
      this.query.rounds(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('award-rounds.read')
  @ApiOkResponse({ type: RoundView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<RoundView> {
    return this.query.round(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('award-rounds.change')
  @ApiOkResponse({ type: RoundView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: RoundChangeAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.change(caller, pathId(id), version, input, request);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Does('award-rounds.publish')
  @ApiOkResponse({ type: RoundView })
  publish(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.bringOut(caller, pathId(id), request);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Does('award-rounds.take-back')
  @ApiOkResponse({ type: RoundView })
  takeBack(@From() caller: Caller, @Param('id') id: string, @Once() request: Request): Promise<Answer> {
    return this.keep.takeBack(caller, pathId(id), request);
  }

  @Get(':id/candidates')
  @Does('award-candidates.list')
  @ApiOkResponse({ type: CandidatesPage })
  candidates(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: CandidatesAsked,
    @ReadsIn() language: Language,
  ): Listed<CandidateView> {
    return pageOrDocument(this.documents, printedCandidates, input, language, (page) =>
      this.query.candidates(caller, pathId(id), page),
    );
  }

  @Put(':id/quiz-results')
  @Does('award-quiz-results.put')
  @ApiOkResponse({ type: RoundView })
  enterQuiz(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: QuizResultsAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.keep.enterQuiz(caller, pathId(id), input, request);
  }

  @Post(':id/awards')
  @HttpCode(201)
  @Does('awards.choose')
  @ApiCreatedResponse({ type: AwardView })
  choose(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: AwardChoiceAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.chooseAward.choose(caller, pathId(id), input, request);
  }

  @Get(':id/certificates')
  @Does('award-certificates.list')
  @ApiOkResponse({ type: AwardsPage })
  certificates(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: CertificatesAsked,
    @ReadsIn() language: Language,
  ): Listed<AwardView> {
    return pageOrDocument(this.documents, printedCertificates, input, language, (page) =>
      this.query.certificates(caller, pathId(id), page),
    );
  }
}
