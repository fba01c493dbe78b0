import type { Tags } from '../access/tags.js';

export const termClosingsTags = {
  'term-closings': { zh: '期末结清', en: 'Term closings' },
} as const satisfies Tags;
