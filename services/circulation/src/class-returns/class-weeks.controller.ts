import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
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
import { printedWeeks } from './class-returns.format.js';
import {
  ClassWeeksPage,
  PublishedWeek,
  WeekAsked,
  WeeksAsked,
  type ClassWeek,
} from './class-returns.http.js';
import { ClassReturnsQuery } from './class-returns.query.js';
import { PublishClassWeek } from './publish-class-week.use-case.js';
import { WithdrawClassWeek } from './withdraw-class-week.use-case.js';

@Controller('class-weeks')
export class ClassWeeksController {
  constructor(
    private readonly classReturns: ClassReturnsQuery,
    private readonly publishWeek: PublishClassWeek,
    private readonly withdrawWeek: WithdrawClassWeek,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('class-weeks.publish')
  @ApiOkResponse({ type: PublishedWeek })
  publish(
    @From() caller: Caller,
    @Body() input: WeekAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.publishWeek.execute(caller, input, request);
  }

  @Get()
  @Does('class-weeks.list')
  @ApiOkResponse({ type: ClassWeeksPage })
  list(
    @From() caller: Caller,
    @Query() input: WeeksAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassWeek> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedWeeks, input, language, (page) =>
      this.classReturns.weeks(page, schoolId),
    );
  }

  @Post('withdrawals')
  @HttpCode(200)
  @Does('class-weeks.withdraw')
  @ApiOkResponse({ type: PublishedWeek })
  withdraw(@From() caller: Caller, @Body() input: WeekAsked): Promise<PublishedWeek> {
    return this.withdrawWeek.execute(caller, input);
  }
}
