import type { ProblemTitles } from '../envelope/problem.js';

export const cornerDonationsProblems = {
  'corner-donation.removed': { zh: '捐书已撤下', en: 'The donation stands in the corner no more' },
  'corner-donation.not-accepted': { zh: '捐书未被接受', en: 'The donation was not accepted' },
} as const satisfies ProblemTitles;
