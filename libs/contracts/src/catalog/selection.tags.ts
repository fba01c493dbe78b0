import type { Tags } from '../access/tags.js';

export const selectionTags = {
  suggestions: { zh: '荐购', en: 'Suggestions' },
  'suitability-reviews': { zh: '审读', en: 'Suitability reviews' },
} as const satisfies Tags;
