import type { Tags } from '../access/tags.js';

export const cardsTags = {
  cards: { zh: '借书证', en: 'Cards' },
} as const satisfies Tags;
