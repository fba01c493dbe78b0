import type { Tags } from '../access/tags.js';

export const workReportsTags = {
  'work-reports': { zh: '工作报告', en: 'Work reports' },
} as const satisfies Tags;
