import type { ProblemTitles } from '../envelope/problem.js';

export const selectionProblems = {
  'suitability-review.already-retracted': {
    zh: '该审读意见已撤回',
    en: 'The review was taken back already',
  },
  'suggestion.open-already': {
    zh: '已有同样的荐购，可为其投票',
    en: 'The work is wished for already: vote for it',
  },
  'suggestion.decided': {
    zh: '该荐购已有结果',
    en: 'The wish has its fate already',
  },
} as const satisfies ProblemTitles;
