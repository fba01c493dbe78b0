import type { Operations } from '../access/operation.js';
import { county, school } from '../access/role-sets.js';

const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const registrationAccess = {
  'registration-gaps.read': {
    says: {
      zh: '登记是否清楚：缺分类号、索书号、价格、位置的册数，著录不全的种数，未加工的期数；format 给出可打印的表',
      en: 'How clear the stock of a school is: copies without class, call number, price or place, titles whose record has gaps, issues not processed; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'unclear-copies.list': {
    says: {
      zh: '登记不清的册：缺分类号、索书号、价格或位置；format 给出可打印的清单',
      en: 'Copies without class, call number, price or place; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'unclear-titles.list': {
    says: {
      zh: '著录不全的书目：缺分类号、资料类型、责任者、出版者或出版年；format 给出可打印的清单',
      en: 'Titles that a school holds and whose record lacks class, kind, contributors, publisher or year; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'unclear-issues.list': {
    says: {
      zh: '到馆而未加工的报刊期次，及其刊缺少的号码、分类、排架号；format 给出可打印的清单',
      en: 'Issues that came and were not processed, with what their serial lacks: numbers, class, shelf number; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
