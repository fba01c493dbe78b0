import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

/** Who looks after the accounts of a school: they sign in again after a forgotten password without the county. */
const keepers = { ...county, 'school-head': 'school' } as const;

export const accountsAccess = {
  'accounts.create': {
    says: { zh: '为人员或设备开设账号并授权', en: 'A person or device may sign in, with its grants.' },
    roles: county,
    problems: { 409: ['account.username-taken'] },
  },
  'accounts.list': {
    says: { zh: '按用户名列出全县或一所学校的账号', en: 'Accounts by name, of the county or of one school.' },
    roles: keepers,
  },
  'accounts.read': {
    says: { zh: '查看一个账号及其授权', en: 'One account with its grants.' },
    roles: county,
  },
  'accounts.set-password': {
    says: {
      zh: '为忘记密码的人重设密码（校长限本校账号）；其登录全部失效',
      en: 'A new password for who forgot it, of the own school for a head; ends all their sign-ins.',
    },
    roles: keepers,
  },
  'accounts.change': {
    says: {
      zh: '停用或启用账号，或重设密码、授权；需要 If-Match',
      en: 'Closes or opens an account, or sets its password or grants; needs If-Match.',
    },
    roles: county,
  },
} as const satisfies Operations;
