import type { ProblemTitles } from './envelope/problem.js';

/** What is said of ids that the systems of schools give to what is theirs. */
export const externalIdsProblems = {
  'external-id.taken': {
    zh: '该外部编号已被本校另一条记录使用',
    en: 'Something else of the school has this external id',
  },
  'external-id.looks-personal': {
    zh: '外部编号不得为身份证号或学籍号',
    en: 'An external id is no identity or student number',
  },
} as const satisfies ProblemTitles;
