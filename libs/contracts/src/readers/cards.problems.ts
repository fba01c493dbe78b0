import type { ProblemTitles } from '../envelope/problem.js';

export const cardsProblems = {
  'card.number-taken': { zh: '借书证号已被使用', en: 'The card number is taken' },
  'card.not-active': { zh: '借书证已停用', en: 'The card is not active' },
} as const satisfies ProblemTitles;
