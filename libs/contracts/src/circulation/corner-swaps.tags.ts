import type { Tags } from '../access/tags.js';

export const cornerSwapsTags = {
  'corner-swaps': { zh: '图书角交换', en: 'Corner swaps' },
} as const satisfies Tags;
