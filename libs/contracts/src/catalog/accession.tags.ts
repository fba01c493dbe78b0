import type { Tags } from '../access/tags.js';

export const accessionTags = {
  copies: { zh: '馆藏册', en: 'Copies' },
} as const satisfies Tags;
