import type { ProblemTitles } from '../envelope/problem.js';

export const readingPlansProblems = {
  'reading-plan.exists': {
    zh: '该学生本学期已有读书计划',
    en: 'The pupil has a reading plan for this term',
  },
} as const satisfies ProblemTitles;
