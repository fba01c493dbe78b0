import type { ProblemTitles } from '../envelope/problem.js';

export const helperEvaluationsProblems = {
  'helper-evaluation.not-of-term': {
    zh: '该学生本学期不是小图书管理员',
    en: 'The pupil was no class helper in this term',
  },
  'helper-evaluation.untrained': {
    zh: '未通过上岗培训，不能评优',
    en: 'Without the required training there is no award',
  },
} as const satisfies ProblemTitles;
