import type { Operations } from '../access/operation.js';
import { everyone } from '../access/role-sets.js';

export const meAccess = {
  'me.read': {
    says: { zh: '当前登录的账号及其现有授权', en: 'Who is signed in, with the grants of now.' },
    roles: everyone,
  },
  'me.change-password': {
    says: {
      zh: '修改自己的密码；本次登录继续有效，其他登录全部失效',
      en: 'Another password; all other sign-ins of the account end, this one goes on.',
    },
    roles: everyone,
    problems: { 409: ['account.password-wrong'], 429: ['account.locked'] },
    reasons: ['account.password-wrong'],
  },
} as const satisfies Operations;
