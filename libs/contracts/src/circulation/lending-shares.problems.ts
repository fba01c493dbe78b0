import type { ProblemTitles } from '../envelope/problem.js';

export const lendingSharesProblems = {
  'hold.pickup-not-open': {
    zh: '该校未开放校际取书',
    en: 'The school does not let readers of other schools pick up there',
  },
} as const satisfies ProblemTitles;
