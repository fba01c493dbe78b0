import type { Operations } from '../access/operation.js';
import { catalogImportJobs } from './catalog-imports.access.js';

export const catalogExportsAccess = {
  'catalog-exports.create': {
    says: {
      zh: '导出书目和册（ISO 2709、MARCXML、书目清单），作为后台任务；文件由 GET /jobs/{id}/output 下载',
      en: 'Exports titles and copies as a job: ISO 2709, MARCXML or a list; its file is at GET /jobs/{id}/output.',
    },
    ...catalogImportJobs,
    problems: { 429: ['job.too-many-waiting'] },
  },
} as const satisfies Operations;
