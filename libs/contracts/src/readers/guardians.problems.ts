import type { ProblemTitles } from '../envelope/problem.js';

export const guardiansProblems = {
  'guardian.known': { zh: '该学生已登记同名家长', en: 'The pupil has a guardian of this name' },
  'guardian.no-consent': { zh: '家长尚未同意或已撤回同意', en: 'A guardian has not agreed, or no more' },
} as const satisfies ProblemTitles;
