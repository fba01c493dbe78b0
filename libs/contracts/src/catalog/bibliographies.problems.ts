import type { ProblemTitles } from '../envelope/problem.js';

export const bibliographiesProblems = {
  'bibliography.empty': {
    zh: '书目没有条目，不能发布',
    en: 'A booklist without entries is not published',
  },
  'bibliography.published': {
    zh: '书目已发布，请先撤回',
    en: 'The booklist is published; take it back first',
  },
} as const satisfies ProblemTitles;
