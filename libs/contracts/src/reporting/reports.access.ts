import type { Operations } from '../access/operation.js';
import { figures } from '../access/role-sets.js';

export const reportsAccess = {
  'reports.list': {
    says: {
      zh: '列出全部报表：可用参数、列和样例',
      en: 'The reports there are: what they are asked for, their columns, and rows as they may look.',
    },
    roles: figures,
    scope: 'reports.read',
  },
  'reports.read': {
    says: {
      zh: '查看或打印一张报表（JSON、CSV、Excel、PDF）及其时点',
      en: 'A report as JSON, CSV, workbook or PDF, and the moment it is true for.',
    },
    roles: figures,
    scope: 'reports.read',
    problems: {
      400: ['report.period-invalid'],
      404: ['report.unknown'],
    },
  },
} as const satisfies Operations;
