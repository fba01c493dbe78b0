import type { Allowed, Operations } from '../access/operation.js';
import { county, librarian } from '../access/role-sets.js';

/** Who hands a roster in also follows its job. */
export const rosterImportJobs = {
  roles: { ...county, ...librarian },
  scope: 'readers.write',
} as const satisfies Allowed;

export const rosterImportsAccess = {
  'roster-imports.create': {
    says: {
      zh: '按名册更新学校的读者，作为后台任务',
      en: 'Brings the readers of a school in line with a roster, as a job.',
    },
    ...rosterImportJobs,
    problems: { 415: ['roster.format-unsupported', 'roster.xls-unsupported'] },
  },
} as const satisfies Operations;
