import type { CalendarDay } from '@shulian/contracts/ids';

/** The period of a report, both days included; `on` is the day as which stock, readers and names are shown. */
export type Period = { readonly from: CalendarDay; readonly to: CalendarDay; readonly on: CalendarDay };

/** Ten years: longer than any pupil is at school. */
export const LONGEST_PERIOD = 3_653;

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';
const DAY_MS = 86_400_000;
/** The bits of a school year as the days of a borrower are kept: a leap year has one day more. */
const BITS = 366;

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const daysAfter = (first: string, later: string): number => Math.round((msOf(later) - msOf(first)) / DAY_MS);

/** The day that a text names, or null where no calendar has it (30 February), or no library (the year 0). */
export function calendarDay(text: string): CalendarDay | null {
  const ms = msOf(text);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return null;
  return text >= FIRST_DAY && text <= LAST_DAY ? (text as CalendarDay) : null;
}

/**
 * The period from the first to the last day asked for. What has not happened yet cannot be shown: a period that goes on
 * is shown as it stands today, and one that only begins later is none.
 */
export const periodOf = (from: CalendarDay, to: CalendarDay, today: CalendarDay): Period | null =>
  from > to || from > today ? null : { from, to, on: to < today ? to : today };

/** The Monday of a day's week. */
export const mondayOf = (day: CalendarDay): CalendarDay => {
  const at = new Date(msOf(day));
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10) as CalendarDay;
};

export const daysIn = ({ from, to }: Pick<Period, 'from' | 'to'>): number => daysAfter(from, to) + 1;

/** For each school year of the period its days as bits, 1 September first. */
export function bitsOfDays({ from, to }: Pick<Period, 'from' | 'to'>): { year: number; bits: string }[] {
  const years: { year: number; bits: string }[] = [];
  const yearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const first = Math.max(0, daysAfter(`${year}-09-01`, from));
    const last = Math.min(BITS - 1, daysAfter(`${year}-09-01`, to));
    years.push({ year, bits: ('0'.repeat(first) + '1'.repeat(last - first + 1)).padEnd(BITS, '0') });
  }
  return years;
}
