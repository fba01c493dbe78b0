import type { ProblemTitles } from '../envelope/problem.js';

export const classContestsProblems = {
  'class-contest.name-taken': {
    zh: '本学年已有同名评选',
    en: 'There is a contest of this name in the school year already',
  },
  'class-contest.not-now': {
    zh: '评选的状态不允许这样做',
    en: 'The state of the contest does not allow it',
  },
} as const satisfies ProblemTitles;
