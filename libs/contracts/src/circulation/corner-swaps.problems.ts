import type { ProblemTitles } from '../envelope/problem.js';

export const cornerSwapsProblems = {
  'corner-swap.other-grade': {
    zh: '只能在同年级之间交换',
    en: 'Corners change books within their grade only',
  },
  'corner-swap.not-open': { zh: '交换已办结', en: 'The swap is decided already' },
  'corner-swap.not-done': { zh: '交换没有办理，不能撤销', en: 'The swap was not done' },
} as const satisfies ProblemTitles;
