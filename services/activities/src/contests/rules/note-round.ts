import type { CalendarDay } from '@shulian/contracts/ids';
import type { Vacation } from './contest.js';

type Term = { readonly from: CalendarDay; readonly to: CalendarDay };

const after = (day: CalendarDay, days: number): CalendarDay => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as CalendarDay;
};

/**
 * The notes of a vacation: from the day after a term to two weeks into the next, when pupils bring them; those of the
 * summer to the end of September (ACT-024). Null: the terms are not known.
 */
export function vacationDays(vacation: Vacation, terms: readonly Term[], today: CalendarDay): Term | null {
  const gaps = terms.flatMap((before, at) => {
    const next = terms[at + 1];
    return next === undefined ? [] : [{ before, next }];
  });
  const isSummer = ({ before, next }: (typeof gaps)[number]): boolean =>
    next.from.slice(5, 7) >= '08' && before.to.slice(5, 7) >= '05' && before.to.slice(5, 7) <= '08';
  const fits = gaps
    .filter((gap) => isSummer(gap) === (vacation === 'summer'))
    .map(({ before, next }) => ({
      from: after(before.to, 1),
      to: vacation === 'summer' ? (`${next.from.slice(0, 4)}-09-30` as CalendarDay) : after(next.from, 13),
    }));
  // The one that is going on or comes next; else the last.
  return fits.find(({ to }) => to >= today) ?? fits.at(-1) ?? null;
}

/** Whole percent, downwards: a target is not reached by rounding. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 100) / whole);
