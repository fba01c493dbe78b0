import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { Transaction } from '@shulian/service-kit';
import type { ReadersStore } from '../readers.store.js';
import { NationalHolidays } from './national-holidays.adapter.js';
import { resolvedCalendar, sameCalendar, type ResolvedCalendar } from './rules/resolved-calendar.js';
import { calendarChanged } from './school-calendar.events.js';

/** Tells others the closed days of a school's years, whenever they are not what was told before. */
@Injectable()
export class AnnounceCalendars implements OnApplicationBootstrap {
  constructor(
    private readonly transaction: Transaction<ReadersStore>,
    private readonly holidays: NationalHolidays,
  ) {}

  /** An update of this service may bring the notice of a new year: what was announced without it is told again. */
  async onApplicationBootstrap(): Promise<void> {
    const announced = await this.transaction.run((store) => store.calendarDays.allAnnounced());
    // Most schools have no days of their own: a year is resolved once for all of them.
    const resolved = new Map<string, ResolvedCalendar>();
    for (const { schoolId, told, days } of announced) {
      const key = JSON.stringify([told.year, days]);
      const now = resolved.get(key) ?? resolvedCalendar(told.year, this.holidays.of(told.year), days);
      resolved.set(key, now);
      if (sameCalendar(told, now)) continue;
      await this.transaction.run(async (store) => {
        await store.schools.locked(schoolId);
        await this.announce(store, schoolId, [told.year]);
      });
    }
  }

  /** Inside the transaction of another use case that has locked the school. */
  async announce(store: ReadersStore, schoolId: SchoolId, years: readonly number[]): Promise<void> {
    for (const year of years) {
      const days = await store.calendarDays.ofYear(schoolId, year);
      const calendar = resolvedCalendar(year, this.holidays.of(year), days);
      const before = await store.calendarDays.announced(schoolId, year);
      if (before !== null && sameCalendar(before, calendar)) continue;
      await store.calendarDays.remember(schoolId, calendar);
      const [version = 1] = await store.schools.nextCalendarVersions(schoolId, 1);
      await store.outbox.append(calendarChanged(schoolId, calendar, version));
    }
  }
}
