import type { Tags } from '../access/tags.js';

export const stockAdditionsTags = {
  'stock-additions': { zh: '阅览室添置', en: 'Additions to rooms' },
} as const satisfies Tags;
