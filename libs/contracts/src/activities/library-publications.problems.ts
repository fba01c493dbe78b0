import type { ProblemTitles } from '../envelope/problem.js';

export const libraryPublicationsProblems = {
  'library-publication.not-now': {
    zh: '这则宣传的状态不允许这样做',
    en: 'The state of the publication does not allow it',
  },
} as const satisfies ProblemTitles;
