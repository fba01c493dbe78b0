import type { ProblemTitles } from '../envelope/problem.js';

export const bookRecommendationsProblems = {
  'recommendation.not-now': {
    zh: '这一期的状态不允许这样做',
    en: 'The state of the issue does not allow it',
  },
} as const satisfies ProblemTitles;
