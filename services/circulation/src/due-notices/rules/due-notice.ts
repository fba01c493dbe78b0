import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { plusDays } from '@shulian/lending-rules/calendar/day';

/** What is found once a day, borrower by borrower. */
export const DAILY_KINDS = ['due-soon', 'overdue', 'clearance'] as const;
export type DailyKind = (typeof DAILY_KINDS)[number];

/** Days before the due day on which its borrower is told. */
export const DAYS_BEFORE = 2;
/** What goes on is said again after so many days. */
export const DAYS_BETWEEN = 7;

export type FoundBorrower = {
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly borrowerId: string;
  readonly count: number;
  /** The first day by which something is due; null where there is none. */
  readonly dueOn: CalendarDay | null;
  readonly daysLate: number | null;
  /** The day it is said for, from which the next time is counted. */
  readonly saidFor: CalendarDay;
};

/** Until when it helps to hear of it. */
export const untilOn = (kind: DailyKind, { saidFor }: FoundBorrower, today: CalendarDay): CalendarDay =>
  kind === 'due-soon' ? saidFor : plusDays(today, DAYS_BETWEEN);
