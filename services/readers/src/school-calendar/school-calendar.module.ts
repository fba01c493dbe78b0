import { Global, Module } from '@nestjs/common';
import { FirstCalendars } from '../schools/first-calendars.step.js';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import { CalendarsSchedule } from './calendars.schedule.js';
import { ChangeTerm } from './change-term.use-case.js';
import { NationalHolidays, PublishedHolidays } from './national-holidays.adapter.js';
import { OpenTerm } from './open-term.use-case.js';
import { SchoolCalendarController } from './school-calendar.controller.js';
import { SchoolCalendars } from './school-calendar.query.js';
import { SetCalendarDays } from './set-calendar-days.use-case.js';

/** Global, because a school that opens asks `FirstCalendars` without knowing who answers. */
@Global()
@Module({
  controllers: [SchoolCalendarController],
  providers: [
    { provide: NationalHolidays, useClass: PublishedHolidays },
    AnnounceCalendars,
    { provide: FirstCalendars, useExisting: AnnounceCalendars },
    CalendarsSchedule,
    ChangeTerm,
    OpenTerm,
    SetCalendarDays,
    SchoolCalendars,
  ],
  exports: [FirstCalendars],
})
export class SchoolCalendarModule {}
