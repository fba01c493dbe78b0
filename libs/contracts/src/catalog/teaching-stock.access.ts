import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const lookers = { ...county, 'county-viewer': 'county', ...school } as const;

export const teachingStockAccess = {
  'teaching-lines.enter': {
    says: {
      zh: '登记教学用书、教辅、挂图、循环用书的入库、发放、收回、损失，一次至多 200 行，全部或全不',
      en: 'Enters what came of teaching material, was issued, recalled or lost: up to 200 lines a call, all of them or none.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: ['teaching-stock.other-kind', 'teaching-stock.not-enough', 'teaching-stock.not-held'],
    },
  },
  'teaching-lines.reverse': {
    says: {
      zh: '以反向行撤销一行登记；原行保留',
      en: 'Takes a line back by a counter-line; the line itself stays.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: {
      409: ['teaching-stock.already-reversed', 'teaching-stock.not-enough', 'teaching-stock.not-held'],
    },
  },
  'teaching-lines.list': {
    says: {
      zh: '登记流水：按学期、种类、日期；发放单与收回单由此打印',
      en: 'The lines by term, day and what happened; lists of issue and recall are printed from here.',
    },
    roles: school,
    namesReaders: true,
  },
  'teaching-stock.list': {
    says: {
      zh: '教学用书库存：每种的入库、发放、收回、损失与结存，可按学期；format 给出可打印的清单',
      en: 'The balance of each title: received, issued, recalled, lost, on hand and out, of a term or in all; `format` prints it.',
    },
    roles: lookers,
    scope: 'reports.read',
  },
  'teaching-holdings.list': {
    says: {
      zh: '班级、教师、办公室尚未归还的教学用书，供收回；format 给出可打印的清单',
      en: 'What classes, teachers and offices still have, for the recall; `format` prints it.',
    },
    roles: school,
    namesReaders: true,
  },
} as const satisfies Operations;
