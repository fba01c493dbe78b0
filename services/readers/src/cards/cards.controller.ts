import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import { printedCardsOfReader } from './cards.format.js';
import { CardAsked, CardLossAsked, CardLossView, CardsOfReader, CardView } from './cards.http.js';
import { CardsQuery } from './cards.query.js';
import { DeclareCardLost } from './declare-card-lost.use-case.js';
import { IssueCard } from './issue-card.use-case.js';
import { RestoreCard } from './restore-card.use-case.js';

@ApiTags('cards')
@Controller()
export class CardsController {
  constructor(
    private readonly cards: CardsQuery,
    private readonly issueCard: IssueCard,
    private readonly declareCardLost: DeclareCardLost,
    private readonly restoreCard: RestoreCard,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post('cards')
  @HttpCode(201)
  @Does('cards.issue')
  @ApiCreatedResponse({ type: CardView })
  issue(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: CardAsked,
  ): Promise<Answer> {
    return this.issueCard.execute(request, caller, input);
  }

  @Post('cards/:id/losses')
  @HttpCode(201)
  @Does('cards.lose')
  @ApiCreatedResponse({ type: CardLossView })
  lose(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CardLossAsked,
  ): Promise<Answer> {
    return this.declareCardLost.execute(request, caller, pathId(id), input);
  }

  @Post('cards/:id/restoration')
  @HttpCode(200)
  @Does('cards.restore')
  @ApiOkResponse({ type: CardView })
  restore(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
  ): Promise<Answer> {
    return this.restoreCard.execute(request, caller, pathId(id));
  }

  @Get('readers/:id/cards')
  @Does('cards.history')
  @ApiOkResponse({ type: CardsOfReader })
  history(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CardView> | StreamableFile> {
    const readerId = pathId<ReaderId>(id);
    return pageOrDocument(this.documents, printedCardsOfReader, input, language, async (page) => {
      const { schoolId, ...found } = await this.cards.ofReader(caller, readerId, page);
      await this.logSight.execute(caller, 'cards.history', { items: [{ id: readerId, schoolId }] });
      return found;
    });
  }
}
