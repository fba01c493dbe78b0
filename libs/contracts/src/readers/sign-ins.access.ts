import type { Operations } from '../access/operation.js';
import { county, everyone } from '../access/role-sets.js';

const keepers = { ...county, 'school-head': 'school' } as const;

export const signInsAccess = {
  'me.list-sign-ins': {
    says: { zh: '本人现有的登录', en: 'Where the own account is signed in.' },
    roles: everyone,
  },
  'me.end-sign-in': {
    says: { zh: '结束本人的一次登录', en: 'Ends one sign-in of the own account.' },
    roles: everyone,
  },
  'accounts.list-sign-ins': {
    says: {
      zh: '某账号现有的登录（校长限本校账号）',
      en: 'Where an account is signed in; of the own school for a head.',
    },
    roles: keepers,
  },
  'accounts.end-sign-ins': {
    says: {
      zh: '结束某账号的全部登录（校长限本校账号），登记在案',
      en: 'Ends all sign-ins of an account; of the own school for a head; trailed.',
    },
    roles: keepers,
  },
} as const satisfies Operations;
