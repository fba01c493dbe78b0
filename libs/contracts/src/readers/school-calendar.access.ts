import type { Operations } from '../access/operation.js';
import { county, everyone, librarian } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;

export const schoolCalendarAccess = {
  'terms.create': {
    says: { zh: '登记学校的一个学期', en: 'Opens a term of a school.' },
    roles: keepers,
    problems: { 409: ['term.overlaps'] },
  },
  'terms.list': {
    says: { zh: '列出学校的学期，最早的在前', en: 'The terms of a school, oldest first.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'terms.read': {
    says: { zh: '查看一个学期', en: 'One term.' },
    roles: everyone,
    scope: 'catalog.read',
  },
  'terms.change': {
    says: {
      zh: '修改学期的起止日期或名称；需要 If-Match',
      en: 'Changes the days or the name of a term; needs If-Match.',
    },
    roles: keepers,
    problems: { 409: ['term.overlaps'] },
  },
  'calendar.read': {
    says: {
      zh: '查看学校某一年的开放日和关闭日',
      en: 'The open and closed days of a school in a calendar year.',
    },
    roles: everyone,
    scope: 'catalog.read',
  },
  'calendar.change': {
    says: {
      zh: '登记学校在某一年与国家日历不同的日子',
      en: 'Sets the days of a year on which the school differs from the nation.',
    },
    roles: keepers,
  },
} as const satisfies Operations;
