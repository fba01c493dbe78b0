import type { ProblemTitles } from '../envelope/problem.js';

export const cardsProblems = {
  'card.number-taken': { zh: '借书证号已被使用', en: 'The card number is taken' },
  'card.not-active': { zh: '借书证已停用', en: 'The card is not active' },
  'card.has-one': { zh: '读者已有有效的借书证', en: 'The reader has an active card' },
  'card.not-returned': { zh: '借书证不是已退状态', en: 'The card was not handed in' },
  'card.expired': { zh: '临时证已过有效期', en: 'The last day of the temporary card has passed' },
} as const satisfies ProblemTitles;
