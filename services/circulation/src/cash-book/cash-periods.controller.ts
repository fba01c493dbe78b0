import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
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
import { printedCashPeriods } from './cash-book.format.js';
import {
  CashPeriodAsked,
  CashPeriodsAsked,
  CashPeriodsPage,
  CashPeriodView,
  OfSchool,
} from './cash-book.http.js';
import { CashBookQuery } from './cash-book.query.js';
import { CloseCashPeriod } from './close-cash-period.use-case.js';
import { ReopenCashPeriod } from './reopen-cash-period.use-case.js';

@Controller('cash-periods')
export class CashPeriodsController {
  constructor(
    private readonly cashBook: CashBookQuery,
    private readonly closePeriod: CloseCashPeriod,
    private readonly reopenPeriod: ReopenCashPeriod,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('cash-periods.create')
  @ApiCreatedResponse({ type: CashPeriodView })
  create(
    @From() caller: Caller,
    @Body() input: CashPeriodAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.closePeriod.execute(caller, input, request);
  }

  @Get()
  @Does('cash-periods.list')
  @ApiOkResponse({ type: CashPeriodsPage })
  list(
    @From() caller: Caller,
    @Query() input: CashPeriodsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CashPeriodView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedCashPeriods, input, language, (page) =>
      this.cashBook.periods(page, schoolId),
    );
  }

  @Post('reopening')
  @HttpCode(204)
  @Does('cash-periods.reopen')
  @ApiNoContentResponse()
  reopen(@From() caller: Caller, @Body() input: OfSchool): Promise<void> {
    return this.reopenPeriod.execute(caller, input);
  }
}
