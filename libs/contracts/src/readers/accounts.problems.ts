import type { ProblemTitles } from '../envelope/problem.js';

export const accountsProblems = {
  'account.username-taken': { zh: '用户名已被使用', en: 'The user name is taken' },
  'account.last-admin': {
    zh: '至少须保留一个可登录的县级管理员',
    en: 'One county admin who may sign in must remain',
  },
  'account.own': {
    zh: '不能为自己授权或重设密码；自己的密码请在“我的账号”中修改',
    en: 'Nobody gives rights to himself or resets himself; the own password is changed under /me',
  },
} as const satisfies ProblemTitles;
