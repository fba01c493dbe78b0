import type { ProblemTitles } from '../envelope/problem.js';

export const servedGroupsProblems = {
  'served-group.not-served': {
    zh: '该日不在协议期内，或服务已终止',
    en: 'On that day the group was not served: no agreement, or it ended',
  },
} as const satisfies ProblemTitles;
