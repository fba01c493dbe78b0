import type { Tags } from '../access/tags.js';

export const cardPoliciesTags = {
  'card-policies': { zh: '办证资格', en: 'Entitlement to cards' },
} as const satisfies Tags;
