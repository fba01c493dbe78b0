import type { ProblemTitles } from '../envelope/problem.js';

export const cardPoliciesProblems = {
  'card.not-entitled': {
    zh: '按本校规定，该读者不办个人借书证，随班集体借阅',
    en: 'By the rules of the school the reader has no card and reads with the class',
  },
} as const satisfies ProblemTitles;
