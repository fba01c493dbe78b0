import type { Tags } from '../access/tags.js';

export const cardProductionTags = {
  'card-batches': { zh: '制证', en: 'Cards in the making' },
} as const satisfies Tags;
