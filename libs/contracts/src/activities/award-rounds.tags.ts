import type { Tags } from '../access/tags.js';

export const awardRoundsTags = {
  'award-rounds': { zh: '评选', en: 'Rounds of awards' },
  'award-candidates': { zh: '评选参考', en: 'Candidates of a round' },
  'award-quiz-results': { zh: '竞赛得分', en: 'Points of the monthly quiz' },
  awards: { zh: '获奖', en: 'Awards' },
  'award-certificates': { zh: '奖状', en: 'Certificates' },
} as const satisfies Tags;
