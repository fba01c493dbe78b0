import type { ProblemTitles } from '../envelope/problem.js';

export const textbookPacksProblems = {
  'textbook-pack.not-now': {
    zh: '发放单的状态不允许这一步',
    en: 'The pack is not as far yet, or further already',
  },
} as const satisfies ProblemTitles;
