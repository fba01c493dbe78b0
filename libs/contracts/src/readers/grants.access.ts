import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const givers = { ...county, ...school } as const;

export const grantsAccess = {
  'grants.give': {
    says: {
      zh: '给账号授权，可定起止时间；学校可授予本校教师、班级图书管理员、读者，其余由县级授予',
      en: 'Gives an account a role at a place, from and until; a school gives teacher, class helper and reader at itself, the county the others.',
    },
    roles: givers,
    givesRights: true,
    problems: { 409: ['account.own', 'grant.already-given', 'grant.not-yours-to-give', 'grant.too-many'] },
  },
  'grants.end': {
    says: {
      zh: '收回一项授权，一分钟内全县失效',
      en: 'Takes a grant back; it gives nothing more, everywhere within a minute.',
    },
    roles: givers,
    givesRights: true,
    problems: {
      409: ['account.own', 'account.last-admin', 'grant.last-of-account', 'grant.not-yours-to-give'],
    },
  },
} as const satisfies Operations;
