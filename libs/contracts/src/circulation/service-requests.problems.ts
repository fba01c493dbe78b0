import type { ProblemTitles } from '../envelope/problem.js';

export const serviceRequestsProblems = {
  'service-request.not-now': {
    zh: '申请的状态不允许这一步',
    en: 'The request is not as far yet, or further already',
  },
} as const satisfies ProblemTitles;
