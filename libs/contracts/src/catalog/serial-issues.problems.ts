import type { ProblemTitles } from '../envelope/problem.js';

export const serialIssuesProblems = {
  'claim.ended': { zh: '该次催询已了结', en: 'The claim has ended' },
  'claim.open': { zh: '该次催询尚未了结', en: 'The claim has not ended yet' },
} as const satisfies ProblemTitles;
