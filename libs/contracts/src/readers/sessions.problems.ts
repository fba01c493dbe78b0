import type { ProblemTitles } from '../envelope/problem.js';

export const sessionsProblems = {
  'account.locked': { zh: '登录失败次数过多，请稍后再试', en: 'Too many failed sign-ins, try again later' },
  'session.refresh-invalid': { zh: '刷新令牌无效', en: 'The refresh token is not valid' },
} as const satisfies ProblemTitles;
