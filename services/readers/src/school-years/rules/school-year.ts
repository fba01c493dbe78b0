import type { CalendarDay } from '@shulian/contracts/ids';
import { isComing, schoolYearOf } from '../../classes/rules/school-class.js';

/** Whether the step into the year can be prepared: into the one that runs, and from June into the next. */
export const isYearInSight = (year: number, today: CalendarDay): boolean =>
  year === schoolYearOf(today) || isComing({ entryYear: year }, today);

/** The first day of the year (9 月 1 日), from which on the step is taken. */
export const firstDayOf = (year: number): CalendarDay => `${year}-09-01` as CalendarDay;
/** The last day of the year before. */
export const lastDayBefore = (year: number): CalendarDay => `${year}-08-31` as CalendarDay;

/** Nobody reviews what he had a hand in. */
export const mayReview = (person: string, editedBy: readonly string[]): boolean => !editedBy.includes(person);
