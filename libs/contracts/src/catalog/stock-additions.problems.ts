import type { ProblemTitles } from '../envelope/problem.js';

export const stockAdditionsProblems = {
  'stock-addition.ended': { zh: '该添置已完成或取消', en: 'It was done or called off already' },
  'stock-addition.open': { zh: '该添置仍在计划中', en: 'It is planned and has not ended' },
} as const satisfies ProblemTitles;
