import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
  Versioned,
} from '@shulian/service-kit';
import { KeepTerms } from './keep-terms.use-case.js';
import {
  CalendarAsked,
  CalendarView,
  ChangeTermAsked,
  OpenTermAsked,
  SetCalendarDaysAsked,
  TermPage,
  TermView,
} from './school-calendar.http.js';
import { SchoolCalendars } from './school-calendar.query.js';
import { SetCalendarDays } from './set-calendar-days.use-case.js';

@ApiTags('school-calendar')
@Controller()
export class SchoolCalendarController {
  constructor(
    private readonly keepTerms: KeepTerms,
    private readonly setCalendarDays: SetCalendarDays,
    private readonly calendars: SchoolCalendars,
  ) {}

  @Post('schools/:id/terms')
  @HttpCode(201)
  @Versioned()
  @Does('terms.create')
  @ApiCreatedResponse({ type: TermView })
  open(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: OpenTermAsked,
  ): Promise<Answer> {
    return this.keepTerms.open(request, caller, pathId(id), asked);
  }

  @Get('schools/:id/terms')
  @Does('terms.list')
  @ApiOkResponse({ type: TermPage })
  list(@Param('id') id: string): Promise<TermPage> {
    return this.calendars.terms(pathId(id));
  }

  @Get('terms/:id')
  @Versioned()
  @Does('terms.read')
  @ApiOkResponse({ type: TermView })
  read(@Param('id') id: string): Promise<TermView> {
    return this.calendars.term(pathId(id));
  }

  @Patch('terms/:id')
  @Versioned()
  @Does('terms.change')
  @ApiOkResponse({ type: TermView })
  change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeTermAsked,
  ): Promise<Answer> {
    return this.keepTerms.change(request, caller, pathId(id), version, asked);
  }

  @Get('schools/:id/calendar')
  @Does('calendar.read')
  @ApiOkResponse({ type: CalendarView })
  calendar(@Param('id') id: string, @Query() asked: CalendarAsked): Promise<CalendarView> {
    return this.calendars.ofYear(pathId(id), asked.year);
  }

  @Put('schools/:id/calendar-days')
  @Does('calendar.change')
  @ApiOkResponse({ type: CalendarView })
  setDays(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: SetCalendarDaysAsked,
  ): Promise<Answer> {
    return this.setCalendarDays.execute(request, caller, pathId(id), asked);
  }
}
