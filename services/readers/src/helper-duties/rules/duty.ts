import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';

/** When in a school day somebody is in the library. */
export const DUTY_PERIODS = ['morning-reading', 'long-break', 'noon', 'after-school', 'evening'] as const;
export type DutyPeriod = (typeof DUTY_PERIODS)[number];

export const DUTY_ATTENDANCES = ['kept', 'late', 'substituted', 'excused', 'missed'] as const;
export type DutyAttendance = (typeof DUTY_ATTENDANCES)[number];

/** A line of the duty roster of a class (RDR-028). */
export type DutySlot = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId;
  readonly helperId: string;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly period: DutyPeriod;
  readonly place: string | null;
  readonly tasks: readonly string[];
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

/** One duty in the work log of the pupils' service team (学生服务队工作状况记录, RDR-029). */
export type DutyEntry = {
  readonly id: string;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId;
  readonly slotId: string;
  readonly helperId: string;
  readonly onDay: CalendarDay;
  readonly attendance: DutyAttendance;
  /** The helper who came instead. */
  readonly standInId: string | null;
  readonly tasks: readonly string[];
  readonly loans: number;
  readonly returns: number;
  readonly shelved: number;
  readonly note: string | null;
  readonly enteredOn: CalendarDay;
  readonly enteredBy: string;
};

/** 1 (Monday) to 7 of a calendar day. */
export const weekdayOf = (day: CalendarDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Whether the roster has the duty on a day. */
export const isOn = (
  { weekday, startsOn, endsOn }: Pick<DutySlot, 'weekday' | 'startsOn' | 'endsOn'>,
  day: CalendarDay,
): boolean => weekdayOf(day) === weekday && day >= startsOn && day <= endsOn;

/** Whether one person cannot keep both: same weekday and period, on some day both. */
export const collide = (
  one: Pick<DutySlot, 'weekday' | 'period' | 'startsOn' | 'endsOn'>,
  other: Pick<DutySlot, 'weekday' | 'period' | 'startsOn' | 'endsOn'>,
): boolean =>
  one.weekday === other.weekday &&
  one.period === other.period &&
  one.startsOn <= other.endsOn &&
  other.startsOn <= one.endsOn;
