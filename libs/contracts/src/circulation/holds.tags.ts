import type { Tags } from '../access/tags.js';

export const holdsTags = {
  holds: { zh: '预约', en: 'Holds' },
} as const satisfies Tags;
