import type { ProblemTitles } from '../envelope/problem.js';

export const enteredYearsProblems = {
  'entered-year.there-already': {
    zh: '该年数字已补录',
    en: 'The year was written in already',
  },
  'entered-year.counted-already': {
    zh: '该年末系统已有馆藏数字，不能补录',
    en: 'The system counted copies at the end of the year already',
  },
} as const satisfies ProblemTitles;
