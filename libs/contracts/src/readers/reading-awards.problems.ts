import type { ProblemTitles } from '../envelope/problem.js';

export const readingAwardsProblems = {
  'reading-award.given-already': {
    zh: '该学生当日已登记同名奖励',
    en: 'The pupil has this award of that day already',
  },
} as const satisfies ProblemTitles;
