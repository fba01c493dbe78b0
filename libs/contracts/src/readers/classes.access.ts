import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const staff = { ...county, ...school, teacher: 'school', 'class-helper': 'school' } as const;

export const classesAccess = {
  'classes.create': {
    says: { zh: '登记一个班级', en: 'Opens a class.' },
    roles: keepers,
    scope: 'readers.write',
    problems: {
      409: ['class.exists', 'class.section-not-in-school', 'external-id.taken'],
      422: ['external-id.looks-personal'],
    },
  },
  'classes.list': {
    says: { zh: '列出学校的班级', en: 'The classes of a school.' },
    roles: staff,
    scope: 'readers.read',
    problems: { 410: ['sync.token-unknown'] },
  },
  'classes.read': {
    says: { zh: '查看一个班级', en: 'One class.' },
    roles: staff,
    scope: 'readers.read',
  },
  'classes.change': {
    says: {
      zh: '修改班号或入学年份；需要 If-Match',
      en: 'Changes number or entry year of a class; needs If-Match.',
    },
    roles: keepers,
    scope: 'readers.write',
    problems: { 409: ['class.exists', 'external-id.taken'], 422: ['external-id.looks-personal'] },
  },
} as const satisfies Operations;
