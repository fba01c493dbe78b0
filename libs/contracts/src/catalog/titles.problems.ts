import type { ProblemTitles } from '../envelope/problem.js';

export const titlesProblems = {
  'title.unknown': { zh: '没有这种书', en: 'There is no such title' },
  'clc.no-such-class': {
    zh: '中图法中没有这样的类，请核对',
    en: 'The CLC has no such class; look at it again',
  },
  'clc.invalid': { zh: '分类号不正确', en: 'The class number is not valid' },
} as const satisfies ProblemTitles;
