import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const inspectionsAccess = {
  'condition-inspections.create': {
    says: {
      zh: '登记一次书报杂志检查：破损的册送修、待剔旧或当场修好',
      en: 'Enters a look at the condition of books, newspapers or magazines: what is damaged is taken for repair, given up or mended at once.',
    },
    roles: keepers,
    scope: 'catalog.write',
  },
  'condition-inspections.list': {
    says: {
      zh: '书报杂志检查整理记录；format 给出可打印的表',
      en: 'The inspections of a school; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'condition-inspections.remove': {
    says: {
      zh: '撤回当日误登、尚未送修的检查',
      en: 'Takes back an inspection that was entered by mistake the same day and took nothing out of use.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 409: ['inspection.of-another-day', 'inspection.has-repairs'] },
  },
  'condition-inspections.findings': {
    says: {
      zh: '一次检查发现的破损书刊及其处理；format 给出可打印的表',
      en: 'What an inspection found damaged and what became of it; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'condition-inspections.months': {
    says: {
      zh: '逐月检查情况：图书、报纸、杂志，月底前未检查的标出；format 给出可打印的表',
      en: 'Month by month for books, newspapers and magazines, those nobody looked at by the month’s end marked; `format` prints them.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
