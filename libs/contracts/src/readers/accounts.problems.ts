import type { ProblemTitles } from '../envelope/problem.js';

export const accountsProblems = {
  'account.username-taken': { zh: '用户名已被使用', en: 'The user name is taken' },
  'account.last-admin': {
    zh: '至少须保留一个可登录的县级管理员',
    en: 'One county admin who may sign in must remain',
  },
} as const satisfies ProblemTitles;
