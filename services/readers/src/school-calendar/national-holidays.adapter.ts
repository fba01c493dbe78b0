import chineseDays from 'chinese-days';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { NationalYear } from './rules/resolved-calendar.js';

/** Where national holidays come from; a school's own days override them. */
export abstract class NationalHolidays {
  /** Null for a year whose notice is not published yet, or not in the edition that is installed. */
  abstract of(year: number): NationalYear | null;
}

/** By the `chinese-days` package, which carries the State Council's notices from 2004 on. */
export class PublishedHolidays extends NationalHolidays {
  private readonly years = new Map<number, NationalYear | null>();

  of(year: number): NationalYear | null {
    let known = this.years.get(year);
    if (known === undefined) this.years.set(year, (known = publishedYear(year)));
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
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10) as CalendarDay;
    const { name, work } = chineseDays.getDayDetail(day);
    if (isNamed(name)) (work ? makeUpWorkdays : holidays).add(day);
  }
  return { holidays, makeUpWorkdays };
}
