import { gradeOn } from '@shulian/lending-rules/desk/grade';
import { classNameOn } from '@shulian/contracts/readers';
import type { CalendarDay, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';

/** A timetable `r` with the days of its term `k`. */
export const TIMETABLE_COLUMNS = `r.id, r.school_id as "schoolId", r.term_id as "termId", r.name, r.outside,
    k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", r.published_version as "publishedVersion",
    r.published_on::text as "publishedOn", r.version`;
export const TIMETABLE_FROM = 'rotation_timetable r join known_term k on k.term_id = r.term_id';

/** A slot `s`. */
export const SLOT_COLUMNS = `s.id, s.class_id as "classId", s.room_id as "roomId", s.purpose, s.weekday, s.starts as "from",
    s.ends as "to", s.window_code as "windowCode", s.every_weeks as "everyWeeks", s.first_week as "firstWeek"`;
/** A change `c`. */
export const CHANGE_COLUMNS = `c.id, c.slot_id as "slotId", c.on_day::text as "on", c.moved_on::text as "movedOn",
    c.starts as "from", c.ends as "to", c.room_id as "roomId", c.reason`;

export type TimetableRow = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly termId: string;
  readonly name: string;
  readonly outside: 'free' | 'warn' | 'deny';
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly publishedVersion: number | null;
  readonly publishedOn: CalendarDay | null;
  readonly version: number;
};

/** A class `kc` of a school. */
export const CLASS_COLUMNS = `kc.class_id as "classId", kc.school_id as "schoolId", kc.section, kc.entry_year as "entryYear",
    kc.class_no as "classNo"`;
export type ClassRow = {
  readonly classId: SchoolClassId;
  readonly schoolId: SchoolId;
  readonly section: Section;
  readonly entryYear: number;
  /** null: not told yet. */
  readonly classNo: number | null;
};

export const gradeOfClass = ({ section, entryYear }: ClassRow, day: CalendarDay): number | null =>
  gradeOn(section, entryYear, day);
export const nameOfClass = (row: ClassRow, day: CalendarDay): string =>
  classNameOn({ ...row, classNo: row.classNo ?? 0 }, day);
