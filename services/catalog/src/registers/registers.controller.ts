import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
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
  type PrintedList,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { ClassifiedQuery } from './classified.query.js';
import { ClosePeriod } from './close-period.use-case.js';
import {
  printedClassified,
  printedIndividual,
  printedLines,
  printedPeriods,
  printedSummary,
  printedWithdrawals,
} from './registers.format.js';
import {
  ClassifiedAsked,
  ClassifiedPage,
  IndividualPage,
  LinesPage,
  PeriodCloseAsked,
  PeriodsPage,
  PeriodView,
  RegisterAsked,
  SummaryPage,
  WithdrawalsPage,
} from './registers.http.js';
import { RegistersQuery } from './registers.query.js';
import { SchoolNameQuery } from './school-name.query.js';

type PageOrDocument<Of extends { readonly items: unknown[] }> = Promise<
  Page<Of['items'][number]> | StreamableFile
>;

@ApiTags('registers')
@Controller()
export class RegistersController {
  constructor(
    private readonly registers: RegistersQuery,
    private readonly ledger: ClassifiedQuery,
    private readonly schools: SchoolNameQuery,
    private readonly closePeriod: ClosePeriod,
    private readonly documents: Documents,
  ) {}

  @Get('registers/individual')
  @Does('registers.individual')
  @ApiOkResponse({ type: IndividualPage })
  individual(
    @From() caller: Caller,
    @Query() input: RegisterAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<IndividualPage> {
    return this.book(caller, input, language, printedIndividual, (page, school) =>
      this.registers.individual(page, school),
    );
  }

  @Get('registers/summary')
  @Does('registers.summary')
  @ApiOkResponse({ type: SummaryPage })
  summary(
    @From() caller: Caller,
    @Query() input: RegisterAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<SummaryPage> {
    return this.book(caller, input, language, printedSummary, (page, school) =>
      this.registers.summary(page, school),
    );
  }

  @Get('registers/withdrawals')
  @Does('registers.withdrawals')
  @ApiOkResponse({ type: WithdrawalsPage })
  withdrawals(
    @From() caller: Caller,
    @Query() input: RegisterAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<WithdrawalsPage> {
    return this.book(caller, input, language, printedWithdrawals, (page, school) =>
      this.registers.withdrawals(page, school),
    );
  }

  @Get('registers/classified')
  @Does('registers.classified')
  @ApiOkResponse({ type: ClassifiedPage })
  classified(
    @From() caller: Caller,
    @Query() input: ClassifiedAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<ClassifiedPage> {
    return this.book(caller, input, language, printedClassified, (page, school) =>
      this.ledger.of(page, school),
    );
  }

  @Get('registers/lines')
  @Does('registers.lines')
  @ApiOkResponse({ type: LinesPage })
  lines(
    @From() caller: Caller,
    @Query() input: RegisterAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<LinesPage> {
    return this.book(caller, input, language, printedLines, (page, school) =>
      this.registers.lines(page, school),
    );
  }

  @Get('register-periods')
  @Does('register-periods.list')
  @ApiOkResponse({ type: PeriodsPage })
  periods(
    @From() caller: Caller,
    @Query() input: RegisterAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<PeriodsPage> {
    return this.book(caller, input, language, printedPeriods, (page, school) =>
      this.registers.periods(page, school),
    );
  }

  @Post('register-periods')
  @HttpCode(201)
  @Does('register-periods.close')
  @ApiCreatedResponse({ type: PeriodView })
  close(
    @From() caller: Caller,
    @Body() input: PeriodCloseAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.closePeriod.execute(input.name, caller.schoolFor(input.schoolId), caller.id, request);
  }

  /** One book of one school; on paper it says whose it is, and for when. */
  private async book<Line extends object, Asked extends RegisterAsked>(
    caller: Caller,
    input: Asked,
    language: Language,
    printed: PrintedList<Line>,
    find: (input: Asked, schoolId: SchoolId) => Promise<Page<Line>>,
  ): Promise<Page<Line> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    const notes =
      input.format === 'json' ? [] : [await this.schools.of(schoolId), stretchOf(input, language)];
    return pageOrDocument(
      this.documents,
      printed,
      input,
      language,
      (page) => find(page, schoolId),
      notes.filter((note) => note !== ''),
    );
  }
}

const stretchOf = ({ from, to, period }: RegisterAsked, language: Language): string => {
  if (period !== undefined)
    return language === 'zh' ? `第 ${String(period)} 账期` : `Period ${String(period)}`;
  if (from === undefined && to === undefined) return '';
  return `${from ?? '…'} – ${to ?? '…'}`;
};
