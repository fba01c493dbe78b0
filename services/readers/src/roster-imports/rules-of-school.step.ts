import { isIdentityNumber } from '@shulian/contracts/external-id';
import type { CalendarDay } from '@shulian/contracts/ids';
import { cardNumber } from '../cards/rules/card-number.js';
import { gradeOn, isComing, placeOfGrade, sectionsOf } from '../classes/rules/school-class.js';
import { personName } from '../enrolment/rules/person-name.js';
import type { School } from '../schools/rules/school.js';
import type { RosterSchool } from './rules/roster-row.js';

/** What reading a row needs to know of the school on the day. */
export const rulesOfSchool = (school: School, today: CalendarDay): RosterSchool => ({
  sections: sectionsOf(school.kind, school.system),
  placeOfGrade: (grade) => placeOfGrade(grade, today),
  gradeOf: (place) => gradeOn(place, today),
  isComing: (place) => isComing(place, today),
  personName,
  cardNumber,
  isIdentityNumber,
});
