import type { Operations } from '../access/operation.js';
import { county } from '../access/role-sets.js';

/** The own account, of who works there: pupils and machines have none. */
const staff = {
  'county-admin': 'county',
  'county-viewer': 'county',
  'school-head': 'county',
  librarian: 'county',
  teacher: 'county',
} as const;

export const secondFactorsAccess = {
  'me.read-second-factor': {
    says: { zh: '本人是否启用两步验证', en: 'Whether the own account has a second factor.' },
    roles: staff,
  },
  'me.begin-second-factor': {
    says: {
      zh: '开始启用两步验证：用当前密码取得密钥，确认前不生效；重新开始会换密钥',
      en: 'Begins a second factor: gives the secret for the current password; it is not asked for before it is confirmed.',
    },
    roles: staff,
    problems: { 409: ['account.password-wrong', 'second-factor.already'], 429: ['account.locked'] },
  },
  'me.confirm-second-factor': {
    says: {
      zh: '用验证码确认两步验证，得到恢复码（只显示一次）；其他登录全部失效',
      en: 'Confirms it with a code and gives the recovery codes, this once; all other sign-ins end.',
    },
    roles: staff,
    problems: {
      409: ['second-factor.not-begun', 'second-factor.already', 'second-factor.wrong'],
      429: ['account.locked'],
    },
  },
  'me.end-second-factor': {
    says: {
      zh: '用验证码或恢复码停用本人的两步验证',
      en: 'Gives the own second factor up, with a code of it.',
    },
    roles: staff,
    problems: { 409: ['second-factor.not-begun', 'second-factor.wrong'], 429: ['account.locked'] },
  },
  'accounts.remove-second-factor': {
    says: {
      zh: '为丢失手机的人撤销两步验证（校长限本校账号），登记在案，其登录全部失效',
      en: 'Takes the second factor off an account whose owner lost it; trailed, and ends all its sign-ins.',
    },
    roles: { ...county, 'school-head': 'school' },
    givesRights: true,
    problems: { 409: ['account.own'] },
  },
} as const satisfies Operations;
