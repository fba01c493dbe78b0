import type { Tags } from '../access/tags.js';

export const lendingTags = {
  checkouts: { zh: '借出', en: 'Checkouts' },
  loans: { zh: '借阅', en: 'Loans' },
  renewals: { zh: '续借', en: 'Renewals' },
  returns: { zh: '归还', en: 'Returns' },
} as const satisfies Tags;
