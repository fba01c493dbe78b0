import type { Operations } from '../access/operation.js';
import { county, everyone } from '../access/role-sets.js';

export const schoolsAccess = {
  'schools.create': {
    says: { zh: '登记一所学校', en: 'A school joins the network.' },
    roles: county,
    problems: { 409: ['school.code-taken'] },
  },
  'schools.list': {
    says: { zh: '按代码列出全县学校', en: 'The schools of the county, by code.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'schools.read': {
    says: { zh: '查看一所学校', en: 'One school.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'schools.change': {
    says: {
      zh: '修改学校的代码、名称或类型；需要 If-Match',
      en: 'Changes code, name or kind of a school; needs If-Match.',
    },
    roles: county,
    problems: { 409: ['school.code-taken'] },
  },
} as const satisfies Operations;
