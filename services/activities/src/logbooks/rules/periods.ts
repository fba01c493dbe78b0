import type { CalendarDay } from '@shulian/contracts/ids';
import type { Rhythm, RhythmUnit } from './form.js';

/** When a school is at work: terms in their order, closed days of the years that are known. */
export type WorkingDays = {
  readonly terms: readonly { readonly name: string; readonly from: CalendarDay; readonly to: CalendarDay }[];
  readonly years: readonly { readonly year: number; readonly closedOn: readonly CalendarDay[] }[];
};
/** First and last day, and what the period is called. */
export type Period = { readonly from: CalendarDay; readonly to: CalendarDay; readonly name: string };
/** A period in which something is due, and the last day on which it is not late. */
export type DuePeriod = Period & { readonly dueOn: CalendarDay };

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): CalendarDay => date.toISOString().slice(0, 10) as CalendarDay;

/** @param n may be negative */
export const addDays = (day: CalendarDay, n: number): CalendarDay => {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + n);
  return dayOf(date);
};
/** 1 (Monday) to 7 */
export const weekdayOf = (day: CalendarDay): number => at(day).getUTCDay() || 7;
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / 86_400_000);

const monthEnd = (day: CalendarDay): CalendarDay => {
  const date = at(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return dayOf(date);
};
const schoolYear = (day: CalendarDay): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

/** The period of a kind in which a day lies; null: the day is in no term. */
function periodAround(unit: RhythmUnit, day: CalendarDay, { terms }: WorkingDays): Period | null {
  switch (unit) {
    case 'day':
      return { from: day, to: day, name: day };
    case 'week': {
      const from = addDays(day, 1 - weekdayOf(day));
      return { from, to: addDays(from, 6), name: from };
    }
    case 'month':
      return { from: `${day.slice(0, 7)}-01` as CalendarDay, to: monthEnd(day), name: day.slice(0, 7) };
    case 'term':
      return terms.find(({ from, to }) => from <= day && day <= to) ?? null;
    case 'year': {
      const year = schoolYear(day);
      const [from, to] = [`${String(year)}-09-01`, `${String(year + 1)}-08-31`] as [CalendarDay, CalendarDay];
      return { from, to, name: `${String(year)}-${String(year + 1)}` };
    }
  }
}

/** The periods that lie in these days, if only in part, in their order. */
export function periodsIn(
  unit: RhythmUnit,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
  days: WorkingDays,
): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to;) {
    const period = periodAround(unit, day, days);
    if (period !== null) periods.push(period);
    const next = days.terms.find((term) => term.from > day)?.from;
    if (period === null && next === undefined) break;
    day = period === null ? (next ?? to) : addDays(period.to, 1);
  }
  return periods;
}

/**
 * Whether the school is at work on a day: in a term, where its terms are known, and not closed; in a year whose closed
 * days are not known, Saturday and Sunday are.
 */
export function isWorkingDay(day: CalendarDay, { terms, years }: WorkingDays): boolean {
  if (terms.length > 0 && !terms.some(({ from, to }) => from <= day && day <= to)) return false;
  const known = years.find(({ year }) => String(year) === day.slice(0, 4));
  return known === undefined ? weekdayOf(day) < 6 : !known.closedOn.includes(day);
}

/** What is due in these days. A week whose weekday is closed, and a month without a working day, ask for nothing. */
export function duePeriods(
  rhythm: Rhythm,
  asked: { readonly from: CalendarDay; readonly to: CalendarDay },
  days: WorkingDays,
): DuePeriod[] {
  return periodsIn(rhythm.every, asked, days).flatMap((period) => {
    const last = lastDayOf(rhythm, period, days);
    if (last !== null && rhythm.due === 'start')
      return [{ ...period, dueOn: addDays(period.from, rhythm.graceDays) }];
    return last === null ? [] : [{ ...period, dueOn: addDays(last, rhythm.graceDays) }];
  });
}

/** The day at whose end the entry is due; null: none is. */
function lastDayOf({ every, weekday }: Rhythm, period: Period, days: WorkingDays): CalendarDay | null {
  if (every === 'term' || every === 'year') return period.to;
  if (every === 'week' && weekday !== null) {
    const day = addDays(period.from, weekday - 1);
    return isWorkingDay(day, days) ? day : null;
  }
  for (let day = period.to; day >= period.from; day = addDays(day, -1))
    if (isWorkingDay(day, days)) return every === 'day' ? day : period.to;
  return null;
}
