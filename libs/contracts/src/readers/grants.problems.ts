import type { ProblemTitles } from '../envelope/problem.js';

export const grantsProblems = {
  'grant.already-given': { zh: '该账号已有这项授权', en: 'The account has this grant already' },
  'grant.not-yours-to-give': {
    zh: '学校只能授予或收回本校的教师、班级图书管理员和读者',
    en: 'A school gives and takes back teacher, class helper and reader only',
  },
  'grant.too-many': {
    zh: '该账号的授权过多，放不进令牌',
    en: 'The account has more grants than a token holds',
  },
  'grant.last-of-account': {
    zh: '账号至少保留一项授权；不再使用的账号请停用',
    en: 'An account keeps one grant; who leaves is closed instead',
  },
} as const satisfies ProblemTitles;
