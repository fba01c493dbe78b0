import type { Tags } from '../access/tags.js';

export const figuresTags = {
  figures: { zh: '数字', en: 'Figures' },
} as const satisfies Tags;
