import type { ProblemTitles } from '../envelope/problem.js';

export const secondFactorsProblems = {
  'second-factor.needed': {
    zh: '此账号已启用两步验证，请同时提供验证码',
    en: 'The account has a second factor: sign in with a code of it',
  },
  'second-factor.wrong': { zh: '验证码不正确或已用过', en: 'The code is wrong or was used before' },
  'second-factor.not-begun': { zh: '没有启用两步验证', en: 'There is no second factor' },
  'second-factor.already': { zh: '已启用两步验证', en: 'There is a second factor already' },
} as const satisfies ProblemTitles;
