import { EntitySchema } from 'typeorm';
import type { CalendarDay } from '@shulian/contracts/ids';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import type { DutyEntryView, DutySlotView } from './helper-duties.http.js';
import type { DutyEntry, DutySlot } from './rules/duty.js';

export const dutySlotTable = new EntitySchema<DutySlot>({
  name: 'duty_slot',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    classId: { type: 'uuid', name: 'class_id' },
    helperId: { type: 'uuid', name: 'helper_id' },
    weekday: { type: 'int' },
    period: { type: 'text' },
    place: { type: 'text', nullable: true },
    tasks: { type: 'text', array: true },
    startsOn: { type: 'date', name: 'starts_on' },
    endsOn: { type: 'date', name: 'ends_on' },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

export const dutyEntryTable = new EntitySchema<DutyEntry>({
  name: 'duty_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    classId: { type: 'uuid', name: 'class_id' },
    slotId: { type: 'uuid', name: 'slot_id' },
    helperId: { type: 'uuid', name: 'helper_id' },
    onDay: { type: 'date', name: 'on_day' },
    attendance: { type: 'text' },
    standInId: { type: 'uuid', name: 'stand_in_id', nullable: true },
    tasks: { type: 'text', array: true },
    loans: { type: 'int' },
    returns: { type: 'int' },
    shelved: { type: 'int' },
    note: { type: 'text', nullable: true },
    enteredOn: { type: 'date', name: 'entered_on' },
    enteredBy: { type: 'text', name: 'entered_by' },
  },
});

/** A line `d` of the roster; on the day `$1`, where one is asked for, with the entry of it. */
export const SLOT_VIEW = `select d.id, d.version, d.school_id as "schoolId", d.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", d.helper_id as "helperId", h.reader_id as "readerId", d.weekday,
    d.period, d.place, d.tasks, d.starts_on::text as "startsOn", d.ends_on::text as "endsOn", e.id as "entryId", e.attendance
  from duty_slot d join class_helper h on h.id = d.helper_id join school_class k on k.id = d.class_id
  left join duty_entry e on e.slot_id = d.id and e.on_day = $1::date`;

/** An entry `e` of the work log. */
export const ENTRY_VIEW = `select e.id, e.version, e.school_id as "schoolId", e.class_id as "classId", k.section,
    k.entry_year as "entryYear", k.class_no as "classNo", e.slot_id as "slotId", e.helper_id as "helperId",
    h.reader_id as "readerId", e.on_day::text as "onDay", d.period, d.place, e.attendance, e.stand_in_id as "standInId",
    case when s.id is null then null else json_build_object('readerId', s.reader_id) end as "standIn", e.tasks, e.loans, e.returns,
    e.shelved, e.note, e.entered_on::text as "enteredOn"
  from duty_entry e join duty_slot d on d.id = e.slot_id join class_helper h on h.id = e.helper_id
  left join class_helper s on s.id = e.stand_in_id join school_class k on k.id = e.class_id`;

export type FoundSlot = Omit<DutySlotView, 'className'> & PlaceOfClass;
export type FoundEntry = Omit<DutyEntryView, 'className'> & PlaceOfClass;

/** With the name that the class has on the day. */
export const toSlotView = (
  { section, entryYear, classNo, ...slot }: FoundSlot,
  today: CalendarDay,
): DutySlotView => ({ ...slot, className: nameOn({ section, entryYear, classNo }, today) });

/** With the name that the class had on the day of the duty. */
export const toEntryView = ({ section, entryYear, classNo, ...entry }: FoundEntry): DutyEntryView => ({
  ...entry,
  className: nameOn({ section, entryYear, classNo }, entry.onDay as CalendarDay),
});
