import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
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
  invalid,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  unknownThing,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { MoveRound } from './move-round.use-case.js';
import { Subscribe } from './subscribe.use-case.js';
import { printedRounds, printedSubscriptionLines, roomNotes } from './subscriptions.format.js';
import {
  LinesAsked,
  LinesListAsked,
  SubscriptionReviewsAsked,
  RoundAsked,
  RoundChange,
  RoundDecision,
  RoundRevision,
  RoundsAsked,
  RoundsPage,
  RoundView,
  SubscriptionLinesPage,
  type SubscriptionLineView,
} from './subscriptions.http.js';
import { SubscriptionsQuery } from './subscriptions.query.js';

@ApiTags('serials')
@Controller('subscription-rounds')
export class SubscriptionsController {
  constructor(
    private readonly rounds: SubscriptionsQuery,
    private readonly subscribe: Subscribe,
    private readonly moveRound: MoveRound,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('subscriptions.create')
  @ApiCreatedResponse({ type: RoundView })
  create(
    @From() caller: Caller,
    @Body() asked: RoundAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.subscribe.begin(asked, caller.schoolFor(asked.schoolId), request);
  }

  @Get()
  @Does('subscriptions.list')
  @ApiOkResponse({ type: RoundsPage })
  list(
    @From() caller: Caller,
    @Query() asked: RoundsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<RoundView> | StreamableFile> {
    return pageOrDocument(this.documents, printedRounds, asked, language, (page) =>
      this.rounds.find(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('subscriptions.read')
  @ApiOkResponse({ type: RoundView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<RoundView> {
    return this.rounds.byId(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('subscriptions.change')
  @ApiOkResponse({ type: RoundView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: RoundChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.subscribe.change(caller, pathId(id), version, asked, request);
  }

  @Get(':id/lines')
  @Does('subscriptions.lines')
  @ApiOkResponse({ type: SubscriptionLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: LinesListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SubscriptionLineView> | StreamableFile> {
    const round = await this.rounds.byId(caller, pathId(id));
    const find = (page: LinesListAsked): Promise<Page<SubscriptionLineView>> =>
      this.rounds.lines(round.id, page);
    const notes = roomNotes(round, asked.room ?? null, language);
    return pageOrDocument(this.documents, printedSubscriptionLines, asked, language, find, notes);
  }

  @Post(':id/lines')
  @HttpCode(201)
  @Does('subscriptions.add-lines')
  @ApiCreatedResponse({ type: RoundView })
  addLines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: LinesAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.subscribe.addLines(caller, pathId(id), asked, request);
  }

  @Delete(':id/lines/:number')
  @HttpCode(200)
  @Does('subscriptions.remove-line')
  @ApiOkResponse({ type: RoundView })
  removeLine(
    @From() caller: Caller,
    @Param('id') id: string,
    @Param('number') number: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    if (!/^[1-9]\d{0,8}$/.test(number)) throw unknownThing();
    return this.subscribe.removeLine(caller, pathId(id), Number(number), request);
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @Does('subscriptions.review')
  @ApiOkResponse({ type: RoundView })
  review(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: SubscriptionReviewsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.subscribe.review(caller, pathId(id), asked, request);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Does('subscriptions.submit')
  @ApiOkResponse({ type: RoundView })
  submit(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRound.execute(caller, pathId(id), 'submit', null, request);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Does('subscriptions.decide')
  @ApiOkResponse({ type: RoundView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: RoundDecision,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    const remark = asked.remark ?? null;
    if (asked.decision === 'refuse' && remark === null)
      throw invalid({ pointer: '/remark', code: 'is-defined' });
    return this.moveRound.execute(caller, pathId(id), asked.decision, remark, request);
  }

  @Post(':id/revision')
  @HttpCode(200)
  @Does('subscriptions.revise')
  @ApiOkResponse({ type: RoundView })
  revise(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: RoundRevision,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.moveRound.execute(caller, pathId(id), 'revise', asked.reason, request);
  }
}
