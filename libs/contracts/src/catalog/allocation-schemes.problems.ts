import type { ProblemTitles } from '../envelope/problem.js';

export const allocationSchemesProblems = {
  'allocation-scheme.day-taken': {
    zh: '已有自该日起执行的方案，请先撤回',
    en: 'There is a scheme from this day on already: take it back first',
  },
  'allocation-scheme.held-already': {
    zh: '该方案已经执行过，不能撤回；请写新的版本',
    en: 'The scheme has held already: write a new version',
  },
} as const satisfies ProblemTitles;
