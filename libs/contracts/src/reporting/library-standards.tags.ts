import type { Tags } from '../access/tags.js';

export const libraryStandardsTags = {
  'library-standards': { zh: '达标标准', en: 'Standards of libraries' },
} as const satisfies Tags;
