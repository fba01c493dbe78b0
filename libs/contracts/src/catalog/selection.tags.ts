import type { Tags } from '../access/tags.js';

export const selectionTags = {
  'suitability-reviews': { zh: '审读', en: 'Suitability reviews' },
} as const satisfies Tags;
