import type { CalendarDay } from '@shulian/contracts/ids';
import type { RequiredEvery } from './note-requirement.js';

type Stretch = { readonly from: CalendarDay; readonly to: CalendarDay };

/** The week from Monday, the month, or the term that a day is in; outside of the terms that are known, the month. */
export function notePeriod(every: RequiredEvery, day: CalendarDay, terms: readonly Stretch[]): Stretch {
  if (every === 'week') {
    const date = new Date(`${day}T00:00:00Z`);
    const monday = moved(date, -((date.getUTCDay() + 6) % 7));
    return { from: asDay(monday), to: asDay(moved(monday, 6)) };
  }
  const term = every === 'term' ? terms.find(({ from, to }) => from <= day && day <= to) : undefined;
  if (term !== undefined) return { from: term.from, to: term.to };
  const month = day.slice(0, 7);
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
  return { from: `${month}-01` as CalendarDay, to: asDay(last) };
}

const asDay = (date: Date): CalendarDay => date.toISOString().slice(0, 10) as CalendarDay;
const moved = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
