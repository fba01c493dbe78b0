import type { ProblemTitles } from '../envelope/problem.js';

export const meProblems = {
  'account.password-wrong': { zh: '当前密码不正确', en: 'The current password is wrong' },
  'account.password-same': { zh: '新密码与当前密码相同', en: 'The new password is the current one' },
} as const satisfies ProblemTitles;
