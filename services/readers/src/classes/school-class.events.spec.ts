import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { ClassChangedV1, ClassOpenedV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { movedClass } from './rules/school-class.js';
import { classChanged, classOpened } from './school-class.events.js';

describe('what is announced of a class', () => {
  it('is the golden example of opening and of changing, with the grade of the day', () => {
    const today = '2026-10-12' as CalendarDay;
    const opened = golden<ClassOpenedV1>('class.opened');
    const { classId: id, schoolId, section, entryYear, classNo } = opened.event.data;
    const schoolClass = {
      id,
      schoolId,
      section,
      entryYear,
      classNo,
      version: 1,
      announced: 1,
      externalId: null,
      stream: null,
      campus: null,
    };
    expect(classOpened(schoolClass, today)).toEqual(opened.announcement);
    const changed = golden<ClassChangedV1>('class.changed');
    const renumbered = movedClass(schoolClass, { classNo: changed.event.data.classNo });
    expect(classChanged(renumbered, today)).toEqual(changed.announcement);
  });
});
