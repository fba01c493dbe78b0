import type { ProblemTitles } from '../envelope/problem.js';

export const registersProblems = {
  'register.period-empty': {
    zh: '自上次结账以来没有任何变动',
    en: 'Nothing has moved since the last period was closed',
  },
} as const satisfies ProblemTitles;
