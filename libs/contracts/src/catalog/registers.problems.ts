import type { ProblemTitles } from '../envelope/problem.js';

export const registersProblems = {
  'register.period-empty': {
    zh: '自上次结账以来没有任何变动',
    en: 'Nothing has moved since the last period was closed',
  },
  'register.period-name-taken': {
    zh: '本校已有同名的账期',
    en: 'The school has closed a period of this name already',
  },
} as const satisfies ProblemTitles;
