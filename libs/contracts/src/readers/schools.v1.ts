import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, SchoolId, TermId } from '../ids.js';
import { limits } from '../limits.js';
import { readersCalendar, readersSchool } from './topics.js';

export const SchoolKind = Type.Union(
  (['primary', 'junior', 'senior', 'complete', 'nine-year', 'twelve-year'] as const).map((kind) =>
    Type.Literal(kind),
  ),
);

const School = Type.Object({
  schoolId: SchoolId,
  code: Type.String({ maxLength: limits.schoolCode }),
  name: Type.String({ maxLength: limits.schoolName }),
  kind: SchoolKind,
});
const ofSchool = { topic: readersSchool, data: School } as const;

export const SchoolOpenedV1 = defineEvent({
  ...ofSchool,
  type: 'shulian.readers.school.opened.v1',
  says: 'A school joined the county network.',
  key: (school) => school.schoolId,
  school: (school) => school.schoolId,
});
export type SchoolOpenedV1 = EventOf<typeof SchoolOpenedV1>;

export const SchoolChangedV1 = defineEvent({
  ...ofSchool,
  type: 'shulian.readers.school.changed.v1',
  says: 'A school changed its name, code or kind.',
  key: (school) => school.schoolId,
  school: (school) => school.schoolId,
});
export type SchoolChangedV1 = EventOf<typeof SchoolChangedV1>;

const Term = Type.Object({
  termId: TermId,
  schoolId: SchoolId,
  name: Type.String({ maxLength: limits.termName }),
  startsOn: CalendarDay,
  endsOn: CalendarDay,
});

export const TermOpenedV1 = defineEvent({
  type: 'shulian.readers.term.opened.v1',
  topic: readersCalendar,
  data: Term,
  says: 'A school has a new term.',
  key: (term) => term.schoolId,
  school: (term) => term.schoolId,
});
export type TermOpenedV1 = EventOf<typeof TermOpenedV1>;

export const TermChangedV1 = defineEvent({
  type: 'shulian.readers.term.changed.v1',
  topic: readersCalendar,
  data: Term,
  says: 'The days or the name of a term changed.',
  key: (term) => term.schoolId,
  school: (term) => term.schoolId,
});
export type TermChangedV1 = EventOf<typeof TermChangedV1>;

export const CalendarChangedV1 = defineEvent({
  type: 'shulian.readers.calendar.changed.v1',
  topic: readersCalendar,
  data: Type.Object({
    schoolId: SchoolId,
    year: Type.Integer({
      minimum: 1900,
      maximum: 2999,
      description: 'calendar year the list is complete for',
    }),
    closedOn: Type.Array(CalendarDay, {
      maxItems: limits.daysOfYear,
      description: 'every closed day of the year, weekends included, ascending',
    }),
    holidaysKnown: Type.Boolean({
      description: 'false: national holidays of the year are not published yet',
    }),
  }),
  says: 'The open and closed days of a school in one calendar year, resolved from weekends, holidays, make-up workdays and closings.',
  key: (calendar) => calendar.schoolId,
  school: (calendar) => calendar.schoolId,
});
export type CalendarChangedV1 = EventOf<typeof CalendarChangedV1>;
