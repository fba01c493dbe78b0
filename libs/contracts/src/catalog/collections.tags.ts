import type { Tags } from '../access/tags.js';

export const collectionsTags = {
  'collection-changes': { zh: '专藏调整', en: 'Collection changes' },
  collections: { zh: '专藏', en: 'Collections' },
} as const satisfies Tags;
