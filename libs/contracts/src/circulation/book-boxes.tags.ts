import type { Tags } from '../access/tags.js';

export const bookBoxesTags = {
  'book-boxes': { zh: '图书箱', en: 'Book boxes' },
} as const satisfies Tags;
