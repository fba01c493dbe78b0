import type { ProblemTitles } from '../envelope/problem.js';

export const dunningProblems = {
  'dunning-run.of-another-day': {
    zh: '只能撤回当日做的催书单',
    en: 'Only sheets that were made today can be taken back',
  },
  'return-contact.of-another-day': {
    zh: '只能撤回当日登记的联系',
    en: 'Only what was noted today can be taken back',
  },
} as const satisfies ProblemTitles;
