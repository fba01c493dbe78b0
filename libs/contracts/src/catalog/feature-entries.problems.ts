import type { ProblemTitles } from '../envelope/problem.js';

export const featureEntriesProblems = {
  'feature-entry.no-database': {
    zh: '该资源不是特色数据库',
    en: 'The resource is no feature database',
  },
  'feature-entry.last-of-published': {
    zh: '已发布的特色数据库不能没有条目，请先撤回发布',
    en: 'A published database keeps an entry; take it back first',
  },
} as const satisfies ProblemTitles;
