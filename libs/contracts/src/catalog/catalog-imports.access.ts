import type { Allowed, Operations } from '../access/operation.js';
import { county, librarian } from '../access/role-sets.js';

/** Who hands a file in also follows its job. */
export const catalogImportJobs = {
  roles: { ...county, ...librarian },
  scope: 'catalog.write',
} as const satisfies Allowed;

export const catalogImportsAccess = {
  'catalog-imports.create': {
    says: {
      zh: '导入书目和册（MARC、Excel、CSV），作为后台任务',
      en: 'Imports titles and copies from a file of MARC records or a list, as a job.',
    },
    ...catalogImportJobs,
    problems: {
      409: ['copy.purchase-not-accepted'],
      415: ['import.format-unsupported', 'import.xls-unsupported'],
    },
  },
} as const satisfies Operations;
