import type { ProblemTitles } from '../envelope/problem.js';

export const libraryPagesProblems = {
  'library-notice.not-now': {
    zh: '公告的状态或日期不允许这样做',
    en: 'The state or the days of the notice do not allow it',
  },
} as const satisfies ProblemTitles;
