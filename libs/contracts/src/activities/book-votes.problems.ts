import type { ProblemTitles } from '../envelope/problem.js';

export const bookVotesProblems = {
  'book-vote.not-open': { zh: '不在投票期内', en: 'The vote is not open' },
} as const satisfies ProblemTitles;
