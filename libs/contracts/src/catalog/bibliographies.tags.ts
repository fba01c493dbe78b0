import type { Tags } from '../access/tags.js';

export const bibliographiesTags = {
  bibliographies: { zh: '书目', en: 'Bibliographies' },
  'published-bibliographies': { zh: '已发布书目', en: 'Published bibliographies' },
} as const satisfies Tags;
