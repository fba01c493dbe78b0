import { catalogImportJobs } from '../catalog/catalog-imports.access.js';
import { rosterImportJobs } from '../readers/roster-imports.access.js';
import { reportRunJobs } from '../reporting/report-runs.access.js';
import type { Operations } from './operation.js';

/** One door for the jobs of all services; who may follow a job depends on the service that does it. */
const of = { catalog: catalogImportJobs, readers: rosterImportJobs, reporting: reportRunJobs } as const;

export const jobsAccess = {
  'jobs.list': {
    says: {
      zh: '列出可见的任务，最新的在前；可按服务、学校、种类和状态筛选',
      en: 'Jobs the caller may see, newest first: by service, school, kind and status.',
    },
    of,
  },
  'jobs.cancel': {
    says: {
      zh: '取消未结束的任务；已完成的部分保留',
      en: 'Ends a job that has not ended; what was done stays.',
    },
    of,
    problems: { 409: ['job.ended'] },
  },
  'jobs.output': {
    says: {
      zh: '下载任务生成的文件（CSV、Excel、PDF）；姓名按下载者的权限填入',
      en: 'The file that a job made, as CSV, workbook or PDF; names are put in with the rights of who fetches it.',
    },
    of: { catalog: catalogImportJobs, reporting: reportRunJobs },
    namesReaders: true,
    problems: { 404: ['job.no-output'], 410: ['job.output-expired'] },
  },
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
