import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import { ClassChangedV1, ClassOpenedV1 } from '@shulian/contracts/readers';
import { gradeOn, nameOn, type SchoolClass } from './rules/school-class.js';

/** Grade and name are those of the day of the event. */
const told = (it: SchoolClass, today: CalendarDay) => ({
  classId: it.id,
  schoolId: it.schoolId,
  section: it.section,
  entryYear: it.entryYear,
  classNo: it.classNo,
  grade: gradeOn(it, today),
  name: nameOn(it, today),
});

export const classOpened = (schoolClass: SchoolClass, today: CalendarDay): Announcement =>
  ClassOpenedV1.announce(told(schoolClass, today), schoolClass.announced);
export const classChanged = (schoolClass: SchoolClass, today: CalendarDay): Announcement =>
  ClassChangedV1.announce(told(schoolClass, today), schoolClass.announced);
