import type { Tags } from '../access/tags.js';

export const loanCasesTags = {
  'loan-cases': { zh: '损坏与声称已还', en: 'Loan cases' },
  'overdue-cases': { zh: '逾期事例', en: 'Overdue cases' },
  'loss-figures': { zh: '丢失损耗统计', en: 'Loss figures' },
} as const satisfies Tags;
