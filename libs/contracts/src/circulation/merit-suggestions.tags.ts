import type { Tags } from '../access/tags.js';

export const meritSuggestionsTags = {
  'merit-candidates': { zh: '扣评参考', en: 'Classes with losses' },
  'merit-suggestions': { zh: '扣评建议', en: 'Merit suggestions' },
} as const satisfies Tags;
