import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { invalid, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import { lockSchool } from './sound-term.step.js';
import { isCalendarDay } from './rules/resolved-calendar.js';
import { calendarView } from './school-calendar.query.js';
import type { SetCalendarDaysAsked } from './school-calendar.http.js';
import { NationalHolidays } from './national-holidays.adapter.js';
import { CalendarDaysRepository } from './calendar-days.repository.js';

/** The days of a year on which the school differs from the nation: a sports meeting, a Saturday made up for. */
@Injectable()
export class SetCalendarDays {
  constructor(
    private readonly once: OncePerKey,
    private readonly calendars: AnnounceCalendars,
    private readonly holidays: NationalHolidays,
  ) {}

  execute(
    request: DeskRequest | null,
    caller: Caller,
    schoolId: SchoolId,
    input: SetCalendarDaysAsked,
  ): Promise<Answer> {
    const wrong = input.days.flatMap(({ on }, n) =>
      !isCalendarDay(on) || Number(on.slice(0, 4)) !== input.year
        ? [{ pointer: `/days/${n}/on`, code: 'not-in-year' }]
        : input.days.findIndex((each) => each.on === on) < n
          ? [{ pointer: `/days/${n}/on`, code: 'twice' }]
          : [],
    );
    if (wrong.length > 0) throw invalid(...wrong);
    return this.once.run(request, 200, async (tx) => {
      await lockSchool(tx, caller, schoolId);
      await tx.use(CalendarDaysRepository).replace(schoolId, input.year, input.days);
      await this.calendars.announce(tx, schoolId, [input.year]);
      return calendarView(tx, this.holidays, schoolId, input.year);
    });
  }
}
