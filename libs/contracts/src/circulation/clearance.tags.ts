import type { Tags } from '../access/tags.js';

export const clearanceTags = {
  clearances: { zh: '离校清还', en: 'Clearances' },
} as const satisfies Tags;
