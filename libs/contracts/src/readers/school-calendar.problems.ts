import type { ProblemTitles } from '../envelope/problem.js';

export const schoolCalendarProblems = {
  'term.overlaps': { zh: '学期与已有学期重叠', en: 'The term overlaps another one' },
} as const satisfies ProblemTitles;
