import type { Tags } from '../access/tags.js';

export const lendingSharesTags = {
  'lending shares': { zh: '校际互借', en: 'Lending between schools' },
} as const satisfies Tags;
