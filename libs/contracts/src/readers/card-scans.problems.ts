import type { ProblemTitles } from '../envelope/problem.js';

export const cardScansProblems = {
  'card-scans.paused': {
    zh: '一分钟内不明的借书证过多，请稍后再扫',
    en: 'Too many unknown cards within a minute; scan again later',
  },
} as const satisfies ProblemTitles;
