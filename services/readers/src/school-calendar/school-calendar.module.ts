import { Module } from '@nestjs/common';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import { CalendarsSchedule } from './calendars.schedule.js';
import { ChangeTerm } from './change-term.use-case.js';
import { NationalHolidays, PublishedHolidays } from './national-holidays.adapter.js';
import { OpenTerm } from './open-term.use-case.js';
import { SchoolCalendarController } from './school-calendar.controller.js';
import { SchoolCalendars } from './school-calendar.query.js';
import { SetCalendarDays } from './set-calendar-days.use-case.js';

@Module({
  controllers: [SchoolCalendarController],
  providers: [
    { provide: NationalHolidays, useClass: PublishedHolidays },
    AnnounceCalendars,
    CalendarsSchedule,
    ChangeTerm,
    OpenTerm,
    SetCalendarDays,
    SchoolCalendars,
  ],
  exports: [AnnounceCalendars],
})
export class SchoolCalendarModule {}
