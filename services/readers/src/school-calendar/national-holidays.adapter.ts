import chineseDays from 'chinese-days';
import type { CalendarDay } from '@shulian/contracts/ids';
import { daysOf, type NationalYear } from './rules/resolved-calendar.js';

/** Where national holidays come from; a school's own days override them. */
export abstract class NationalHolidays {
  abstract of(year: number): NationalYear;
}

/**
 * By the `chinese-days` package, which carries the State Council's notices from 2004 on. Of a year whose notice is not
 * published yet, or not in the edition that is installed, it knows the days that the law names by their date.
 */
export class PublishedHolidays extends NationalHolidays {
  private readonly years = new Map<number, NationalYear>();

  of(year: number): NationalYear {
    let known = this.years.get(year);
    if (known === undefined) this.years.set(year, (known = publishedYear(year) ?? lawfulYear(year)));
    return known;
  }
}

/** A day named by a notice carries its English and Chinese name and length: `National Day,国庆节,3`. */
const isNamed = (name: string): boolean => name.includes(',');

function publishedYear(year: number): NationalYear | null {
  // Every notice names National Day.
  if (!isNamed(chineseDays.getDayDetail(`${year}-10-01`).name)) return null;
  const holidays = new Set<CalendarDay>();
  const makeUpWorkdays = new Set<CalendarDay>();
  for (const { on } of daysOf(year)) {
    const { name, work } = chineseDays.getDayDetail(on);
    if (isNamed(name)) (work ? makeUpWorkdays : holidays).add(on);
  }
  return { holidays, makeUpWorkdays, published: true };
}

/** 全国年节及纪念日放假办法 as it stands since 1 January 2025, §2: by the solar calendar, and by the lunar one (month-day). */
const SOLAR = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
const LUNAR = ['1-1', '1-2', '1-3', '5-5', '8-15'];
const SINCE = 2025;
/** The lunar tables of the package end here. */
const LAST_LUNAR_YEAR = 2100;

/**
 * Days off by the law alone: what a notice adds (bridged days, weekends worked) is not known before it is out. None for
 * years in which another law held.
 */
export function lawfulYear(year: number): NationalYear {
  const days = year < SINCE ? [] : SOLAR.map((day) => `${year}-${day}`);
  if (year >= SINCE && year <= LAST_LUNAR_YEAR) {
    const lunar = LUNAR.map((day) => chineseDays.getSolarDateFromLunar(`${year}-${day}`).date);
    const eve = new Date(Date.parse(lunar[0] ?? '') - 86_400_000).toISOString().slice(0, 10);
    days.push(...lunar, eve, chineseDays.getSolarTermDate(year, 4, 'pure_brightness'));
  }
  return { holidays: new Set(days as CalendarDay[]), makeUpWorkdays: new Set(), published: false };
}
