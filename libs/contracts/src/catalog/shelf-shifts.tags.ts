import type { Tags } from '../access/tags.js';

export const shelfShiftsTags = {
  'shelf-shifts': { zh: '倒架计划', en: 'Shelf shifts' },
} as const satisfies Tags;
