import type { Tags } from '../access/tags.js';

export const serialsTags = {
  serials: { zh: '报刊', en: 'Serials' },
} as const satisfies Tags;
