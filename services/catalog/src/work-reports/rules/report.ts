import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';

/** What a library reports: how its books stand (CAT-039), or what it catalogued (CAT-032). */
export const REPORT_KINDS = ['ledgers', 'cataloguing'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export const REPORT_STATUSES = ['sent', 'acknowledged', 'withdrawn'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** A line of a report; a number that it has not is null. */
export type ReportLine = {
  /** `individual-in`, `class-I`, `stage-labelled`. */
  readonly line: string;
  readonly titles: number | null;
  readonly volumes: number | null;
  readonly fen: number | null;
};

export type WorkReport = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly kind: ReportKind;
  readonly fromDay: CalendarDay | null;
  readonly asOf: CalendarDay;
  readonly toWhom: string;
  readonly words: string | null;
  readonly lines: readonly ReportLine[];
  readonly sentOn: CalendarDay;
  readonly sentBy: string;
  readonly status: ReportStatus;
  readonly settledOn: CalendarDay | null;
  readonly settledBy: string | null;
  readonly remark: string | null;
};

export type DayFault = { readonly pointer: string; readonly code: string };

/** The days of a report: none to come; one of cataloguing has a first day, one of the ledgers has none. */
export const dayFaults = (
  kind: ReportKind,
  days: { readonly from: string | null; readonly asOf: string },
  today: CalendarDay,
): readonly DayFault[] => [
  ...(days.asOf > today ? [{ pointer: '/asOf', code: 'in-the-future' }] : []),
  ...(kind === 'cataloguing' && days.from === null ? [{ pointer: '/from', code: 'is-defined' }] : []),
  ...(kind === 'ledgers' && days.from !== null ? [{ pointer: '/from', code: 'not-of-this-kind' }] : []),
  ...(days.from !== null && days.from > days.asOf ? [{ pointer: '/from', code: 'after-end' }] : []),
];

/** Read by the head, or taken back by the library before that; null: one of both was done already. */
export const settled = (
  report: WorkReport,
  how: {
    readonly status: 'acknowledged' | 'withdrawn';
    readonly remark: string | null;
    readonly on: CalendarDay;
    readonly by: string;
  },
): WorkReport | null =>
  report.status === 'sent'
    ? { ...report, status: how.status, remark: how.remark, settledOn: how.on, settledBy: how.by }
    : null;
