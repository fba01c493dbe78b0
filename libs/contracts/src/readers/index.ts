import { fileReadingProblems } from '../file-reading.problems.js';
import { accountsAccess } from './accounts.access.js';
import { accountsProblems } from './accounts.problems.js';
import { apiClientsAccess } from './api-clients.access.js';
import { cardsAccess } from './cards.access.js';
import { cardsProblems } from './cards.problems.js';
import { classesAccess } from './classes.access.js';
import { classesProblems } from './classes.problems.js';
import { enrolmentAccess } from './enrolment.access.js';
import { enrolmentProblems } from './enrolment.problems.js';
import { meAccess } from './me.access.js';
import { meProblems } from './me.problems.js';
import { rosterImportsAccess } from './roster-imports.access.js';
import { rosterImportsProblems } from './roster-imports.problems.js';
import { schoolCalendarAccess } from './school-calendar.access.js';
import { schoolCalendarProblems } from './school-calendar.problems.js';
import { schoolsAccess } from './schools.access.js';
import { schoolsProblems } from './schools.problems.js';
import { sessionsAccess } from './sessions.access.js';
import { sessionsProblems } from './sessions.problems.js';

export * from './topics.js';
export * from './watermark.v1.js';
export * from './schools.v1.js';
export * from './classes.v1.js';
export { classNameOn, gradeOn, schoolYearOf, type PlaceOfClass } from './class-on-day.js';
export * from './readers.v1.js';

/** Each feature brings its operations and its refusals; here they are only put together. */
export const readersAccess = {
  ...sessionsAccess,
  ...meAccess,
  ...accountsAccess,
  ...apiClientsAccess,
  ...schoolsAccess,
  ...schoolCalendarAccess,
  ...classesAccess,
  ...enrolmentAccess,
  ...cardsAccess,
  ...rosterImportsAccess,
};
export const readersProblems = {
  ...sessionsProblems,
  ...meProblems,
  ...accountsProblems,
  ...schoolsProblems,
  ...schoolCalendarProblems,
  ...classesProblems,
  ...enrolmentProblems,
  ...cardsProblems,
  ...rosterImportsProblems,
  ...fileReadingProblems,
};
