import type { ProblemTitles } from '../envelope/problem.js';

export const workReportsProblems = {
  'work-report.settled': { zh: '该汇报已批阅或已撤回', en: 'The report was read or taken back already' },
} as const satisfies ProblemTitles;
