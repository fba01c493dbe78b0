import type { ProblemTitles } from '../envelope/problem.js';

export const researchRequestsProblems = {
  'research-request.settled': { zh: '该检索已答复', en: 'The request has its answer' },
  'research-request.open': { zh: '该检索尚未答复', en: 'The request has no answer yet' },
} as const satisfies ProblemTitles;
