import type { Tags } from '../access/tags.js';

export const bookCornersTags = {
  'book-corners': { zh: '图书角', en: 'Book corners' },
} as const satisfies Tags;
