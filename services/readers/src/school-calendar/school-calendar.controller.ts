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
import { ChangeTerm } from './change-term.use-case.js';
import { OpenTerm } from './open-term.use-case.js';
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
    private readonly openTerm: OpenTerm,
    private readonly changeTerm: ChangeTerm,
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
    @Body() input: OpenTermAsked,
  ): Promise<Answer> {
    return this.openTerm.execute(request, caller, pathId(id), input);
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
    @Body() input: ChangeTermAsked,
  ): Promise<Answer> {
    return this.changeTerm.execute(request, caller, pathId(id), version, input);
  }

  @Get('schools/:id/calendar')
  @Does('calendar.read')
  @ApiOkResponse({ type: CalendarView })
  calendar(@Param('id') id: string, @Query() input: CalendarAsked): Promise<CalendarView> {
    return this.calendars.ofYear(pathId(id), input.year);
  }

  @Put('schools/:id/calendar-days')
  @Does('calendar.change')
  @ApiOkResponse({ type: CalendarView })
  setDays(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: SetCalendarDaysAsked,
  ): Promise<Answer> {
    return this.setCalendarDays.execute(request, caller, pathId(id), input);
  }
}
