import { Injectable } from '@nestjs/common';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { Clock, Transaction, type Tx, unknownThing } from '@shulian/service-kit';
import { NationalHolidays } from './national-holidays.adapter.js';
import { resolvedCalendar } from './rules/resolved-calendar.js';
import { overlap } from './rules/term.js';
import {
  toCalendarView,
  toTermView,
  type CalendarView,
  type TermPage,
  type TermView,
} from './school-calendar.http.js';
import { CalendarDaysRepository } from './calendar-days.repository.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { TermsRepository } from './terms.repository.js';

/** The resolved calendar of one calendar year, with the terms that touch it. */
export async function calendarView(
  tx: Tx,
  holidays: NationalHolidays,
  schoolId: SchoolId,
  year: number,
): Promise<CalendarView> {
  const days = await tx.use(CalendarDaysRepository).ofYear(schoolId, year);
  const span = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` } as Parameters<typeof overlap>[0];
  const terms = await tx.use(TermsRepository).ofSchool(schoolId);
  const calendar = resolvedCalendar(year, holidays.of(year), days, terms);
  return toCalendarView(
    schoolId,
    calendar,
    days,
    terms.filter((term) => overlap(term, span)),
  );
}

/** Terms and calendars as everybody in the county may see them. */
@Injectable()
export class SchoolCalendars {
  constructor(
    private readonly transaction: Transaction,
    private readonly holidays: NationalHolidays,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  ofYear(schoolId: SchoolId, input: number | undefined): Promise<CalendarView> {
    const year = input ?? Number(this.clock.today().slice(0, 4));
    return this.transaction.run(async (tx) => {
      if ((await tx.use(SchoolsRepository).byId(schoolId)) === null) throw unknownThing();
      return calendarView(tx, this.holidays, schoolId, year);
    });
  }

  /** All terms of a school, oldest first: a few a year, so there is one page. @throws Problem 404 */
  terms(schoolId: SchoolId): Promise<TermPage> {
    return this.transaction.run(async (tx) => {
      if ((await tx.use(SchoolsRepository).byId(schoolId)) === null) throw unknownThing();
      return { items: (await tx.use(TermsRepository).ofSchool(schoolId)).map(toTermView), nextCursor: null };
    });
  }

  /** @throws Problem 404 */
  async term(id: TermId): Promise<TermView> {
    const term = await this.transaction.run((tx) => tx.use(TermsRepository).byId(id));
    if (term === null) throw unknownThing();
    return toTermView(term);
  }
}
