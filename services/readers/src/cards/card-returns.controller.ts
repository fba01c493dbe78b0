import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { SchoolClassId } from '@shulian/contracts/ids';
import { LogSightOfReaders } from '../enrolment/log-sight-of-readers.use-case.js';
import {
  printedCardCounts,
  printedCardCountsOfSchools,
  printedCardReturnClasses,
  printedCardReturns,
} from './cards.format.js';
import {
  CardCountsAsked,
  CardCountsOfSchoolsPage,
  CardCountsPage,
  CardReturnAsked,
  CardReturnClassesAsked,
  CardReturnClassesPage,
  CardReturnsAsked,
  CardReturnsPage,
  CardsReturned,
  type CardCount,
  type CardCountOfSchool,
  type CardReturnClass,
  type CardReturnLine,
} from './cards.http.js';
import { CardsQuery } from './cards.query.js';
import { ReturnCards } from './return-cards.use-case.js';

@ApiTags('card-returns')
@Controller()
export class CardReturnsController {
  constructor(
    private readonly cards: CardsQuery,
    private readonly returnCards: ReturnCards,
    private readonly logSight: LogSightOfReaders,
    private readonly documents: Documents,
  ) {}

  @Post('card-returns')
  @HttpCode(200)
  @Does('cards.return')
  @ApiOkResponse({ type: CardsReturned })
  giveBack(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Body() input: CardReturnAsked,
  ): Promise<Answer> {
    return this.returnCards.execute(request, caller, input);
  }

  @Get('card-returns')
  @Does('cards.returns')
  @ApiOkResponse({ type: CardReturnsPage })
  async returns(
    @From() caller: Caller,
    @Query() input: CardReturnsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CardReturnLine> | StreamableFile> {
    const { name, schoolId } = await this.cards.classInReach(caller, input.classId as SchoolClassId);
    return pageOrDocument(
      this.documents,
      printedCardReturns,
      input,
      language,
      async (page) => {
        const found = await this.cards.returns(page);
        const items = found.items.map(({ readerId }) => ({ id: readerId, schoolId }));
        await this.logSight.execute(caller, 'cards.returns', { items });
        return found;
      },
      [name],
    );
  }

  @Get('card-return-classes')
  @Does('cards.return-classes')
  @ApiOkResponse({ type: CardReturnClassesPage })
  returnClasses(
    @From() caller: Caller,
    @Query() input: CardReturnClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CardReturnClass> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCardReturnClasses, input, language, (page) =>
      this.cards.returnClasses(page, schoolId),
    );
  }

  @Get('card-counts')
  @Does('cards.counts')
  @ApiOkResponse({ type: CardCountsPage })
  counts(
    @From() caller: Caller,
    @Query() input: CardCountsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CardCount> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCardCounts, input, language, (page) =>
      this.cards.counts(page, schoolId),
    );
  }

  @Get('card-counts-of-schools')
  @Does('cards.counts-of-schools')
  @ApiOkResponse({ type: CardCountsOfSchoolsPage })
  countsOfSchools(
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CardCountOfSchool> | StreamableFile> {
    return pageOrDocument(this.documents, printedCardCountsOfSchools, input, language, (page) =>
      this.cards.countsOfSchools(page),
    );
  }
}
