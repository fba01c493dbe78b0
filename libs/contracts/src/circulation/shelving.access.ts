import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const shelving = { ...school, teacher: 'class', 'class-helper': 'class' } as const;

export const shelvingAccess = {
  'returned-copies.list': {
    says: {
      zh: '列出已还待上架的书刊，或已上架、缺失的；不含读者；format 给出可打印的表',
      en: 'Copies that came back and are not shelved yet, or were shelved, or are missing; names nobody.',
    },
    roles: shelving,
    scope: 'circulation.read',
  },
  'returned-copies.mark': {
    says: {
      zh: '登记已还书刊上架或缺失，逐册或多册；waiting 撤回',
      en: 'Says of copies that came back that they are shelved or missing; `waiting` takes it back.',
    },
    roles: { ...librarian, 'class-helper': 'class' },
    scope: 'circulation.desk',
  },
  'daily-cycles.list': {
    says: {
      zh: '每日流通：归还、上架、缺失、借出、整架，没有的日子也列出',
      en: 'Day by day: returned, shelved, missing, lent, and whether the shelves were tidied.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'shelf-tidyings.create': {
    says: { zh: '登记当日已整理书架', en: 'Says that the shelves were tidied today.' },
    roles: { ...librarian, 'class-helper': 'class' },
    scope: 'circulation.desk',
    problems: { 409: ['shelf-tidying.done'] },
  },
  'shelf-tidyings.remove': {
    says: { zh: '撤回当日的整架登记', en: 'Takes that back, the same day.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['shelf-tidying.of-another-day'] },
  },
} as const satisfies Operations;
