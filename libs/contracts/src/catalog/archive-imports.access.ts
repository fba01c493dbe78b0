import type { Operations } from '../access/operation.js';
import { librarian } from '../access/role-sets.js';

export const archiveImportsAccess = {
  'archive-imports.create': {
    says: {
      zh: '导入档案目录（Excel、CSV，含档案系统导出的），作为后台任务；同一文件再次导入不再改变',
      en: 'Imports a catalogue of an archive (Excel, CSV) as a job; the same file again changes nothing.',
    },
    // Who reads the files also hands them in (ADR 0058), and may follow jobs of the catalogue.
    roles: librarian,
    problems: { 415: ['import.format-unsupported', 'import.xls-unsupported'] },
  },
} as const satisfies Operations;
