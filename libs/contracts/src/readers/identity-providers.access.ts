import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

export const identityProvidersAccess = {
  'identity-providers.create': {
    says: {
      zh: '登记区县统一身份认证（OpenID Connect），并定义声明与授权的对应关系',
      en: 'A sign-in of a district (OpenID Connect), with which of its claims give which grants.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['identity-provider.name-taken'] },
  },
  'identity-providers.list': {
    says: { zh: '列出统一身份认证，不含密钥', en: 'The sign-ins of districts, without their secrets.' },
    roles: county,
  },
  'identity-providers.read': {
    says: { zh: '查看一个统一身份认证', en: 'One of them, without its secret.' },
    roles: county,
  },
  'identity-providers.change': {
    says: {
      zh: '更改地址、密钥、对应关系，或停用；需要 If-Match',
      en: 'Changes address, secret or mappings, or closes it; needs If-Match.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['identity-provider.name-taken'] },
  },
  'identity-providers.link': {
    says: {
      zh: '把已有账号与该认证中的身份（sub）相连',
      en: 'Says that somebody there (by subject) is an account here.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['account.own', 'identity.already-linked'] },
  },
  'sign-in-providers.list': {
    says: { zh: '可用于登录的统一身份认证', en: 'Where one may sign in besides here.' },
    public: true,
  },
  'sign-in-attempts.begin': {
    says: {
      zh: '开始统一身份认证登录：得到要打开的地址和凭此完成登录的凭据',
      en: 'Begins a sign-in elsewhere: the address to open, and what it is finished with.',
    },
    public: true,
    problems: { 503: ['identity-provider.away'] },
  },
  'sign-in-attempts.finish': {
    says: {
      zh: '完成统一身份认证登录；没有对应关系的身份不建账号',
      en: 'Finishes it; nobody gets an account without a mapping.',
    },
    public: true,
    problems: {
      401: ['authentication.failed', 'identity.attempt-over', 'identity.refused'],
      403: ['identity.not-mapped'],
      503: ['identity-provider.away'],
    },
  },
} as const satisfies Operations;
