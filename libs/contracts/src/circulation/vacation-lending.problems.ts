import type { ProblemTitles } from '../envelope/problem.js';

export const vacationLendingProblems = {
  'vacation.cancelled': { zh: '假期借阅安排已取消', en: 'The arrangement was cancelled' },
} as const satisfies ProblemTitles;
