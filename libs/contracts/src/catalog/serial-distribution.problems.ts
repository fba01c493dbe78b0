import type { ProblemTitles } from '../envelope/problem.js';

export const serialDistributionProblems = {
  'allotment.too-many': {
    zh: '分到各室的份数超过所订份数',
    en: 'More copies are given to offices than are subscribed to',
  },
  'personal-subscription.handed-out-later': {
    zh: '该日之后的期次已发放',
    en: 'An issue after that day was handed out already',
  },
} as const satisfies ProblemTitles;
