import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Clock, Transaction, type Tx } from '@shulian/service-kit';
import type { CalendarFacts } from './calendar-days.repository.js';
import { NationalHolidays } from './national-holidays.adapter.js';
import { resolvedCalendar, sameCalendar, type ResolvedCalendar } from './rules/resolved-calendar.js';
import { yearsToTell } from './rules/term.js';
import { calendarChanged } from './school-calendar.events.js';
import { CalendarDaysRepository } from './calendar-days.repository.js';
import type { FirstCalendars } from '../schools/first-calendars.step.js';
import { SchoolsRepository } from '../schools/schools.repository.js';

const SLICE = 100;

/** Tells others the closed days of a school's years, whenever they are not what was told before. */
@Injectable()
export class AnnounceCalendars implements FirstCalendars {
  constructor(
    private readonly transaction: Transaction,
    private readonly holidays: NationalHolidays,
    private readonly clock: Clock,
  ) {}

  /** Every school: a new year has begun, or an update of this service brought the notice of one. */
  async execute(): Promise<void> {
    let after: SchoolId | null = null;
    for (;;) {
      const schools = await this.transaction.run((tx) => tx.use(SchoolsRepository).idsAfter(after, SLICE));
      const facts = await this.transaction.run((tx) => tx.use(CalendarDaysRepository).factsOf(schools));
      for (const school of facts)
        if (this.untold(school, []).length > 0)
          await this.transaction.run(async (tx) => {
            await tx.use(SchoolsRepository).locked(school.schoolId);
            await this.announce(tx, school.schoolId);
          });
      after = schools.at(-1) ?? null;
      if (after === null || schools.length < SLICE) return;
    }
  }

  /**
   * Inside the transaction of another use case that has locked the school.
   * @param years told as well, besides those it tells of anyway
   */
  async announce(tx: Tx, schoolId: SchoolId, years: readonly number[] = []): Promise<void> {
    const [facts] = await tx.use(CalendarDaysRepository).factsOf([schoolId]);
    const untold = facts === undefined ? [] : this.untold(facts, years);
    if (untold.length === 0) return;
    await tx.use(CalendarDaysRepository).remember(schoolId, untold);
    const versions = await tx.use(SchoolsRepository).nextCalendarVersions(schoolId, untold.length);
    await tx.outbox.append(
      ...untold.map((calendar, at) => calendarChanged(schoolId, calendar, versions[at] ?? 1)),
    );
  }

  private untold({ days, terms, told }: CalendarFacts, years: readonly number[]): ResolvedCalendar[] {
    const before = new Map(told.map((calendar) => [calendar.year, calendar]));
    const thisYear = Number(this.clock.today().slice(0, 4));
    return yearsToTell(thisYear, terms, [...before.keys(), ...years]).flatMap((year) => {
      const calendar = resolvedCalendar(year, this.holidays.of(year), days, terms);
      const last = before.get(year);
      return last !== undefined && sameCalendar(last, calendar) ? [] : [calendar];
    });
  }
}
