import type { ProblemTitles } from '../envelope/problem.js';

export const schoolYearsProblems = {
  'school-year.exists': {
    zh: '该学年的升级已在办理或已完成',
    en: 'The step into that school year is being prepared, or was taken',
  },
  'school-year.not-open': { zh: '当前状态不允许此操作', en: 'Not in this state of the step' },
  'school-year.own-review': {
    zh: '经办人不能复核自己的升级方案',
    en: 'Whoever had a hand in it does not review it',
  },
  'school-year.not-its-time': {
    zh: '升级自 9 月 1 日起在本学年内办理',
    en: 'The step is taken from 1 September on, within its school year',
  },
  'school-year.built-upon': {
    zh: '升级后已有新的变动，不能撤销',
    en: 'Something was built on the step: it cannot be undone',
  },
} as const satisfies ProblemTitles;
