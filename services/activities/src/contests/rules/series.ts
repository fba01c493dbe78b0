import type { CalendarDay } from '@shulian/contracts/ids';

export const SERIES_EVERY = ['month', 'year'] as const;
export type SeriesEvery = (typeof SERIES_EVERY)[number];

/** When each contest of a series is held: days of the month, of one month of the year where it is yearly. */
export type Rhythm = {
  readonly every: SeriesEvery;
  /** Of a yearly one. */
  readonly month: number | null;
  readonly opensDay: number;
  readonly dueDay: number;
  readonly judgedDay: number;
  readonly publishesDay: number;
};
export type SeriesDays = {
  readonly period: string;
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly opensOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly judgedBy: CalendarDay;
  readonly publishesOn: CalendarDay;
};

/** The period that a day belongs to: `2026-10`, or `2026`. */
export const periodOf = (every: SeriesEvery, day: CalendarDay): string =>
  every === 'month' ? day.slice(0, 7) : day.slice(0, 4);

/** The days of a period; a day that a month has not is its last. */
export function daysOf(rhythm: Rhythm, period: string): SeriesDays {
  const month = rhythm.every === 'month' ? period : `${period}-${String(rhythm.month ?? 1).padStart(2, '0')}`;
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const day = (of: number): CalendarDay =>
    `${month}-${String(Math.min(of, length)).padStart(2, '0')}` as CalendarDay;
  return {
    period,
    first: day(1),
    last: day(length),
    opensOn: day(rhythm.opensDay),
    dueOn: day(rhythm.dueDay),
    judgedBy: day(rhythm.judgedDay),
    publishesOn: day(rhythm.publishesDay),
  };
}

/** Whether a series has a contest on a day: from the first day of its month on, and in a term where one is asked for. */
export const isDue = (
  rhythm: Rhythm,
  day: CalendarDay,
  terms: readonly { readonly from: CalendarDay; readonly to: CalendarDay }[],
  onlyInTerm: boolean,
): boolean => {
  const { first, last, opensOn } = daysOf(rhythm, periodOf(rhythm.every, day));
  if (day < first || day > last) return false;
  return !onlyInTerm || terms.some(({ from, to }) => from <= opensOn && opensOn <= to);
};
