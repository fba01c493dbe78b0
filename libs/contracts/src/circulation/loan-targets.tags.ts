import type { Tags } from '../access/tags.js';

export const loanTargetsTags = {
  'loan-targets': { zh: '借阅目标', en: 'Loan targets' },
  'loan-target-progress': { zh: '借阅目标进度', en: 'Progress of loan targets' },
} as const satisfies Tags;
