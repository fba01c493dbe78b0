import type { ProblemTitles } from '../envelope/problem.js';

export const shelfPatrolsProblems = {
  'shelf-patrol.of-another-day': {
    zh: '只能撤回当日登记的巡架',
    en: 'Only a patrol of today can be taken back',
  },
} as const satisfies ProblemTitles;
