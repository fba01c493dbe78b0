import { EntitySchema } from 'typeorm';
import type { CardWindow } from './rules/card-window.js';

export const cardWindowTable = new EntitySchema<CardWindow>({
  name: 'card_window',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    grades: { type: 'int', array: true, nullable: true },
    enrolledSince: { type: 'date', name: 'enrolled_since', nullable: true },
    opensOn: { type: 'date', name: 'opens_on' },
    closesOn: { type: 'date', name: 'closes_on' },
    note: { type: 'text', nullable: true },
    cancelledOn: { type: 'date', name: 'cancelled_on', nullable: true },
    version: { type: 'int' },
    createdOn: { type: 'date', name: 'created_on' },
    createdBy: { type: 'text', name: 'created_by' },
  },
});

/** A window `w`. */
export const WINDOW_COLUMNS = `w.id, w.school_id as "schoolId", w.kind, w.grades, w.enrolled_since::text as "enrolledSince",
    w.opens_on::text as "opensOn", w.closes_on::text as "closesOn", w.note, w.cancelled_on::text as "cancelledOn", w.version,
    w.created_on::text as "createdOn", w.created_by as "createdBy"`;

/** Whether a class `k` is one of the window `w`: by its grade, or because it came in this year. */
export const IS_CLASS_OF_WINDOW = `k.school_id = w.school_id and case when w.kind = 'application'
    then grade_in(k.section, k.entry_year, school_year_of(w.opens_on)) = any(w.grades)
    else k.entry_year = school_year_of(w.opens_on) end`;

/** Whether a reader `r` of a class `k` is new in the intake `w`. */
export const IS_NEWCOMER = `r.school_id = w.school_id and r.left_on is null and case r.kind
    when 'student' then k.entry_year = school_year_of(w.opens_on)
    when 'external' then false else r.enrolled_on >= w.enrolled_since end`;
