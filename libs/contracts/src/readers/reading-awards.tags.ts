import type { Tags } from '../access/tags.js';

export const readingAwardsTags = {
  'reading-awards': { zh: '阅读奖励', en: 'Reading awards' },
} as const satisfies Tags;
