import { Temporal } from 'temporal-polyfill';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { schoolYearOf } from '../../classes/rules/school-class.js';

export const WINDOW_KINDS = ['application', 'intake'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** Days in which a school gives cards, both included. */
export type CardWindow = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: WindowKind;
  /** Whose pupils may apply; null for an intake, which is for who is new. */
  readonly grades: readonly number[] | null;
  /** Teachers who became readers on this day or later are new; null where pupils apply. */
  readonly enrolledSince: CalendarDay | null;
  readonly opensOn: CalendarDay;
  readonly closesOn: CalendarDay;
  readonly note: string | null;
  readonly cancelledOn: CalendarDay | null;
  readonly version: number;
  readonly createdOn: CalendarDay;
  readonly createdBy: string;
};

export type WindowState = 'coming' | 'open' | 'closed' | 'cancelled';

export const stateOn = (
  { opensOn, closesOn, cancelledOn }: Pick<CardWindow, 'opensOn' | 'closesOn' | 'cancelledOn'>,
  today: CalendarDay,
): WindowState => {
  if (cancelledOn !== null) return 'cancelled';
  if (today < opensOn) return 'coming';
  return today > closesOn ? 'closed' : 'open';
};

const FIRST_DAY: Readonly<Record<WindowKind, string>> = { application: '09-15', intake: '09-01' };
/** Who applies has a month (RDR-005); freshmen have September and October (RDR-007). */
const MONTHS: Readonly<Record<WindowKind, number>> = { application: 1, intake: 2 };
const later = (day: CalendarDay, months: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ months }).toString() as CalendarDay;

/** The days of a window where a school does not say: those of the school year of today. */
export function usualDays(
  kind: WindowKind,
  today: CalendarDay,
  said: { readonly opensOn?: CalendarDay | null; readonly closesOn?: CalendarDay | null },
): { readonly opensOn: CalendarDay; readonly closesOn: CalendarDay } {
  const opensOn = said.opensOn ?? (`${String(schoolYearOf(today))}-${FIRST_DAY[kind]}` as CalendarDay);
  return { opensOn, closesOn: said.closesOn ?? later(opensOn, MONTHS[kind]) };
}

/** Who was hired in summer is new in September. */
export const usuallyNewSince = (opensOn: CalendarDay): CalendarDay => later(opensOn, -2);
