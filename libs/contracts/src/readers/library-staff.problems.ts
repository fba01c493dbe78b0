import type { ProblemTitles } from '../envelope/problem.js';

export const libraryStaffProblems = {
  'library-staff.head-already': {
    zh: '学校图书馆已有馆长',
    en: 'The library of the school has a head already',
  },
  'library-staff.of-another-day': {
    zh: '只能撤回当日登记的人员',
    en: 'Only an entry of today can be taken back',
  },
} as const satisfies ProblemTitles;
