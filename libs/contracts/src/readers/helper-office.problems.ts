import type { ProblemTitles } from '../envelope/problem.js';

export const helperOfficeProblems = {
  'class-helper.not-of-class': {
    zh: '不是本班在读学生',
    en: 'This is no pupil of the class',
  },
  'class-helper.in-office-already': {
    zh: '该学生在此期间已是小图书管理员人选',
    en: 'The pupil is proposed or in office in these days already',
  },
  'class-helper.class-full': {
    zh: '本班小图书管理员名额已满',
    en: 'The class has all its helpers',
  },
  'class-helper.officer-already': {
    zh: '本班已有借书员',
    en: 'The class has its loan officer',
  },
  'class-helper.wrong-step': {
    zh: '当前状态不能这样处理',
    en: 'This cannot be done in the present state',
  },
  'class-helper.settled': {
    zh: '已不聘任或已免职，不能更改',
    en: 'What was declined or has ended is not changed',
  },
} as const satisfies ProblemTitles;
