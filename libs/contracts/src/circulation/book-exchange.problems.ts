import type { ProblemTitles } from '../envelope/problem.js';

export const bookExchangeProblems = {
  'exchange-book.not-so': { zh: '这本书现在不能这样办理', en: 'The book is not in a state for this' },
  'exchange-book.too-few-tickets': { zh: '换书券不够', en: 'There are not so many tickets' },
} as const satisfies ProblemTitles;
