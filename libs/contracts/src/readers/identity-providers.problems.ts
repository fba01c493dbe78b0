import type { ProblemTitles } from '../envelope/problem.js';

export const identityProvidersProblems = {
  'identity-provider.name-taken': { zh: '已有同名的统一身份认证', en: 'There is one of this name' },
  'identity-provider.away': {
    zh: '统一身份认证暂时无法访问',
    en: 'The sign-in of the district does not answer',
  },
  'identity.attempt-over': {
    zh: '本次登录已过期或已使用，请重新开始',
    en: 'This sign-in is over or was used: begin again',
  },
  'identity.refused': {
    zh: '统一身份认证未通过',
    en: 'The district did not say who it is, or what it said cannot be trusted',
  },
  'identity.not-mapped': {
    zh: '该身份在本系统没有对应的权限',
    en: 'Nothing here is meant for who signed in there',
  },
  'identity.already-linked': {
    zh: '该身份已与一个账号相连',
    en: 'That identity is linked to an account already',
  },
} as const satisfies ProblemTitles;
