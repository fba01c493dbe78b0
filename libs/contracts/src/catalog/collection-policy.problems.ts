import type { ProblemTitles } from '../envelope/problem.js';

export const collectionPolicyProblems = {
  'collection-policy.day-taken': {
    zh: '已有自该日起执行的方案，请先撤回',
    en: 'There is a policy from this day on already: take it back first',
  },
  'collection-policy.held-already': {
    zh: '该方案已经执行过，不能撤回；请写新的版本',
    en: 'The policy has held already: write a new version',
  },
} as const satisfies ProblemTitles;
