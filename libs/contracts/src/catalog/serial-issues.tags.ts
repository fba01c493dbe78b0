import type { Tags } from '../access/tags.js';

export const serialIssuesTags = {
  'missing-issue-claims': { zh: '催缺', en: 'Missing issue claims' },
  'missing-issues': { zh: '缺期', en: 'Missing issues' },
  'serial-check-ins': { zh: '登到', en: 'Serial check ins' },
  'serial-days': { zh: '报刊日程', en: 'Serial days' },
  'serial-issues': { zh: '报刊各期', en: 'Serial issues' },
  'serial-receipt-steps': { zh: '到刊处理', en: 'Serial receipt steps' },
  'serial-receipts': { zh: '到刊', en: 'Serial receipts' },
  'serial-years': { zh: '年度报刊', en: 'Serial years' },
} as const satisfies Tags;
