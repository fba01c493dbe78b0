import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Does,
  etagOf,
  From,
  IfMatch,
  Once,
  pathId,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { tagged, type Headers } from '../entity-tag.http.js';
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
  @Does('terms.create', 'Opens a term of a school.')
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
  @Does('terms.list', 'The terms of a school, oldest first.')
  @ApiOkResponse({ type: TermPage })
  list(@Param('id') id: string): Promise<TermPage> {
    return this.calendars.terms(pathId(id));
  }

  @Get('terms/:id')
  @Does('terms.read', 'One term.')
  @ApiOkResponse({ type: TermView })
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: Headers): Promise<TermView> {
    const term = await this.calendars.term(pathId(id));
    void reply.header('etag', etagOf(term.version));
    return term;
  }

  @Patch('terms/:id')
  @Does('terms.change', 'Changes the days or the name of a term; needs If-Match.')
  @ApiOkResponse({ type: TermView })
  async change(
    @Once() request: DeskRequest | null,
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: ChangeTermAsked,
    @Res({ passthrough: true }) reply: Headers,
  ): Promise<Answer> {
    return tagged(reply, await this.keepTerms.change(request, caller, pathId(id), version, asked));
  }

  @Get('schools/:id/calendar')
  @Does('calendar.read', 'The open and closed days of a school in a calendar year.')
  @ApiOkResponse({ type: CalendarView })
  calendar(@Param('id') id: string, @Query() asked: CalendarAsked): Promise<CalendarView> {
    return this.calendars.ofYear(pathId(id), asked.year);
  }

  @Put('schools/:id/calendar-days')
  @Does('calendar.change', 'Sets the days of a year on which the school differs from the nation.')
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
