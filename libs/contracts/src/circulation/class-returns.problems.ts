import type { ProblemTitles } from '../envelope/problem.js';

export const classReturnsProblems = {
  'class-return-check.of-another-day': {
    zh: '只能撤回当日的核对',
    en: 'Only a check of today can be taken back',
  },
} as const satisfies ProblemTitles;
