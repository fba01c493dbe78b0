import type { ProblemTitles } from '../envelope/problem.js';

export const delegationsProblems = {
  'delegation.more-than-own': {
    zh: '本人在该校没有此角色，不能委托',
    en: 'The role is not the own one at this school, so it cannot be lent',
  },
  'delegation.too-many': {
    zh: '该账号已有过多的委托',
    en: 'More than enough is lent to this account already',
  },
} as const satisfies ProblemTitles;
