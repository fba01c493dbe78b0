import type { ProblemTitles } from '../envelope/problem.js';

export const recallsProblems = {
  'recall-campaign.another-open': {
    zh: '本校已有一次进行中的催还',
    en: 'Another campaign of the school is open',
  },
  'recall-campaign.closed': { zh: '该催还已结束', en: 'The campaign is closed' },
  'recall-campaign.open': { zh: '该催还尚未结束', en: 'The campaign is open' },
  'recall-campaign.of-another-day': {
    zh: '只能撤回当日发起的催还',
    en: 'Only a campaign of today can be taken back',
  },
} as const satisfies ProblemTitles;
