import type { ProblemTitles } from '../envelope/problem.js';

export const reportsProblems = {
  'report.unknown': { zh: '没有这种报表', en: 'There is no such report' },
  'report.period-invalid': { zh: '统计时段不正确', en: 'The period is not right' },
} as const satisfies ProblemTitles;
