import type { Allowed, Operations } from '../access/operation.js';
import { figures } from '../access/role-sets.js';

/** Who may ask for a report also follows its job. */
export const reportRunJobs = { roles: figures, scope: 'reports.read' } as const satisfies Allowed;

export const reportRunsAccess = {
  'report-runs.create': {
    says: {
      zh: '以后台任务生成一张报表；完成后可下载，七天内有效',
      en: 'Makes a report as a job; its file can be fetched for seven days.',
    },
    ...reportRunJobs,
    problems: { 400: ['report.period-invalid'], 404: ['report.unknown'], 429: ['job.too-many-waiting'] },
  },
} as const satisfies Operations;
