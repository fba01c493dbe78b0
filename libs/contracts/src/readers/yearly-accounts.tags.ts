import type { Tags } from '../access/tags.js';

export const yearlyAccountsTags = {
  'account-remarks': { zh: '师生意见', en: 'Remarks' },
  'yearly-accounts': { zh: '年度公开报告', en: 'Yearly accounts' },
} as const satisfies Tags;
