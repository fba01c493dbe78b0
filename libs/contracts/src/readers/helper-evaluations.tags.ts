import type { Tags } from '../access/tags.js';

export const helperEvaluationsTags = {
  'helper-evaluations': { zh: '小图书管理员考核', en: 'Evaluation of class helpers' },
} as const satisfies Tags;
