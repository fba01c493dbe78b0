import { EntitySchema } from 'typeorm';
import type { CalendarDay } from '@shulian/contracts/ids';
import { gradeOn, nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { inOfficeOn, IS_TRAINED } from './standing.query.js';
import type { ClassHelper, HelperRule } from './rules/class-helper.js';
import type { HelperView } from './helper-office.http.js';

const textOrNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const classHelperTable = new EntitySchema<ClassHelper>({
  name: 'class_helper',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    classId: { type: 'uuid', name: 'class_id' },
    readerId: { type: 'uuid', name: 'reader_id' },
    chosenBy: { type: 'text', name: 'chosen_by' },
    votes: { type: 'int', nullable: true },
    criteria: { type: 'text', array: true },
    duties: { type: 'text', array: true },
    words: textOrNull,
    startsOn: { type: 'date', name: 'starts_on' },
    endsOn: { type: 'date', name: 'ends_on' },
    status: { type: 'text' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
    decidedOn: { ...dayOrNull, name: 'decided_on' },
    decidedBy: { ...textOrNull, name: 'decided_by' },
    reason: textOrNull,
  },
});

export type HelperRuleRow = HelperRule & { readonly setOn: CalendarDay; readonly setBy: string };

export const helperRuleTable = new EntitySchema<HelperRuleRow>({
  name: 'helper_rule',
  columns: {
    schoolId: { type: 'uuid', primary: true, name: 'school_id' },
    perClass: { type: 'int', name: 'per_class' },
    criteria: { type: 'text', array: true },
    duties: { type: 'text', array: true },
    dutyDaysOnly: { type: 'boolean', name: 'duty_days_only' },
    setOn: { type: 'date', name: 'set_on' },
    setBy: { type: 'text', name: 'set_by' },
  },
});

/** A helper `h` as shown on the day `$1`. */
export const HELPER_VIEW = `select h.id, h.version, h.school_id as "schoolId", h.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", h.reader_id as "readerId", h.chosen_by as "chosenBy", h.votes,
    h.criteria, h.duties, h.words, h.starts_on::text as "startsOn", h.ends_on::text as "endsOn", h.status,
    h.entered_on::text as "enteredOn", h.decided_on::text as "decidedOn", h.reason,
    ${inOfficeOn('$1::date')} as "inOffice", ${IS_TRAINED} as trained
  from class_helper h join reader r on r.id = h.reader_id join school_class k on k.id = h.class_id`;

export type FoundHelper = Omit<HelperView, 'className' | 'grade'> & PlaceOfClass;

/** With the grade and the name that the class has on the day. */
export const toHelperView = (
  { section, entryYear, classNo, ...helper }: FoundHelper,
  today: CalendarDay,
): HelperView => ({
  ...helper,
  className: nameOn({ section, entryYear, classNo }, today),
  grade: gradeOn({ section, entryYear }, today),
});
