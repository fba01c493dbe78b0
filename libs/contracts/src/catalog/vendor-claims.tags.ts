import type { Tags } from '../access/tags.js';

export const vendorClaimsTags = {
  'vendor-claims': { zh: '供应商索赔', en: 'Claims on vendors' },
  'vendors-owing': { zh: '供应商未了索赔', en: 'What vendors owe' },
} as const satisfies Tags;
