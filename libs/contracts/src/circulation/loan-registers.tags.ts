import type { Tags } from '../access/tags.js';

export const loanRegistersTags = {
  'loan-registers': { zh: '借阅登记', en: 'Loan registers' },
} as const satisfies Tags;
