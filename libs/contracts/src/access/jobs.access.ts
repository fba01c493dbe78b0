import { catalogImportJobs } from '../catalog/catalog-imports.access.js';
import { rosterImportJobs } from '../readers/roster-imports.access.js';
import type { Operations } from './operation.js';

/** One door for the jobs of all services; who may follow a job depends on the service that does it. */
const of = { catalog: catalogImportJobs, readers: rosterImportJobs } as const;

export const jobsAccess = {
  'jobs.read': {
    says: { zh: '查看任务的状态、进度和结果', en: 'How a job stands: status, progress, result.' },
    of,
  },
  'jobs.problems': {
    says: {
      zh: '列出文件中未被采用的行及其位置和原因',
      en: 'The rows of the file that were not taken, with place and reason.',
    },
    of,
  },
  'jobs.follow': {
    says: {
      zh: '以服务器推送事件跟踪任务进度，直到结束',
      en: 'The progress of a job as server-sent events, until it ends.',
    },
    of,
  },
} as const satisfies Operations;
