import type { Tags } from '../access/tags.js';

export const cashBookTags = {
  'cash-lines': { zh: '赔偿现金账', en: 'Cash book' },
  'cash-periods': { zh: '现金账结账', en: 'Cash periods' },
  'compensation-rules': { zh: '赔偿制度', en: 'Rules of compensation' },
} as const satisfies Tags;
