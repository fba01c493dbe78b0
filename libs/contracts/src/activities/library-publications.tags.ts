import type { Tags } from '../access/tags.js';

export const libraryPublicationsTags = {
  'library-publications': { zh: '图书宣传', en: 'What the library publishes' },
} as const satisfies Tags;
