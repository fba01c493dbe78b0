import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

/** Who looks after the accounts of a school: they sign in again after a forgotten password without the county. */
const keepers = { ...county, 'school-head': 'school' } as const;
/** Who gives people of a school what they may there. */
const givers = { ...keepers, librarian: 'school' } as const;

export const accountsAccess = {
  'accounts.create': {
    says: {
      zh: '为人员或设备开设账号并授权（学校只能授予本校教师、班级图书管理员、读者）',
      en: 'A person or device may sign in, with its grants; a school gives teacher, class helper and reader, at itself.',
    },
    roles: givers,
    givesRights: true,
    problems: { 409: ['account.username-taken', 'grant.not-yours-to-give'] },
  },
  'accounts.list': {
    says: { zh: '按用户名列出全县或一所学校的账号', en: 'Accounts by name, of the county or of one school.' },
    roles: givers,
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
    givesRights: true,
    problems: { 409: ['account.own'] },
  },
  'accounts.change': {
    says: {
      zh: '停用或启用账号，或重设密码、授权；需要 If-Match',
      en: 'Closes or opens an account, or sets its password or grants; needs If-Match.',
    },
    roles: county,
    givesRights: true,
    problems: { 409: ['account.own', 'account.last-admin'] },
  },
} as const satisfies Operations;
