import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { SchoolClassId, SchoolId } from '../ids.js';
import { limits } from '../limits.js';
import { readersClass } from './topics.js';

export const Section = Type.Union([Type.Literal('primary'), Type.Literal('junior'), Type.Literal('senior')]);

const SchoolClass = Type.Object({
  classId: SchoolClassId,
  schoolId: SchoolId,
  section: Section,
  entryYear: Type.Integer({
    description: 'year in which the class entered the section (级)',
  }),
  classNo: Type.Integer({ minimum: 1 }),
  grade: Type.Union([Type.Integer({ minimum: 1, maximum: 12 }), Type.Null()], {
    description: 'grade at the time of the event, 1 to 12 over all sections; null after graduation',
  }),
  name: Type.String({
    maxLength: limits.className,
    description: 'e.g. 三年级2班 or 高一(3)班, at the time of the event',
  }),
});

export const ClassOpenedV1 = defineEvent({
  type: 'shulian.readers.class.opened.v1',
  topic: readersClass,
  data: SchoolClass,
  says: 'A school has a new class.',
  key: (schoolClass) => schoolClass.classId,
  school: (schoolClass) => schoolClass.schoolId,
});
export type ClassOpenedV1 = EventOf<typeof ClassOpenedV1>;

export const ClassChangedV1 = defineEvent({
  type: 'shulian.readers.class.changed.v1',
  topic: readersClass,
  data: SchoolClass,
  says: 'A class changed its number, its name or its grade.',
  key: (schoolClass) => schoolClass.classId,
  school: (schoolClass) => schoolClass.schoolId,
});
export type ClassChangedV1 = EventOf<typeof ClassChangedV1>;
