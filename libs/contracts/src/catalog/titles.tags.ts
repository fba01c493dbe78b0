import type { Tags } from '../access/tags.js';

export const titlesTags = {
  titles: { zh: '题名', en: 'Titles' },
} as const satisfies Tags;
