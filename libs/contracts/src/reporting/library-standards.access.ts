import type { Operations } from '../access/operation.js';
import { county, figures } from '../access/role-sets.js';

export const libraryStandardsAccess = {
  'library-standards.put': {
    says: {
      zh: '设定一项达标标准，可按学校类型；不给数值则取消',
      en: 'Says what libraries are measured against, for all schools or those of a kind; without a number it is none any more.',
    },
    roles: county,
    scope: 'policies.write',
  },
  'library-standards.list': {
    says: {
      zh: '达标标准一览；format 给出可打印的表',
      en: 'What libraries are measured against; `format` prints it.',
    },
    roles: figures,
    scope: 'reports.read',
  },
} as const satisfies Operations;
