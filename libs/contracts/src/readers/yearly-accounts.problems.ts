import type { ProblemTitles } from '../envelope/problem.js';

export const yearlyAccountsProblems = {
  'yearly-account.exists': { zh: '该年度报告已存在', en: 'The school has an account of this year' },
  'yearly-account.published': {
    zh: '报告已公布，须先撤回再修改',
    en: 'The account is published; take it back first',
  },
} as const satisfies ProblemTitles;
