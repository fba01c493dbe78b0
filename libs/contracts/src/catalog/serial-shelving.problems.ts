import type { ProblemTitles } from '../envelope/problem.js';

export const serialShelvingProblems = {
  'serial-shelving.number-taken': {
    zh: '该排架号已用于另一种报刊',
    en: 'Another serial of the school has this number',
  },
} as const satisfies ProblemTitles;
