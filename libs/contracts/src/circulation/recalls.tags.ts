import type { Tags } from '../access/tags.js';

export const recallsTags = {
  'recall-campaigns': { zh: '期末催还', en: 'Recall campaigns' },
} as const satisfies Tags;
