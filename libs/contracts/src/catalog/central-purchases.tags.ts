import type { Tags } from '../access/tags.js';

export const centralPurchasesTags = {
  'central-purchases': { zh: '集中采购', en: 'Central purchases' },
} as const satisfies Tags;
