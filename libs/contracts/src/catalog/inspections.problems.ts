import type { ProblemTitles } from '../envelope/problem.js';

export const inspectionsProblems = {
  'inspection.of-another-day': {
    zh: '只能撤回当日登记的检查',
    en: 'Only an inspection of today can be taken back',
  },
  'inspection.has-repairs': {
    zh: '已有册送修，请逐册结束修补',
    en: 'Copies were taken for repair; end those repairs instead',
  },
} as const satisfies ProblemTitles;
