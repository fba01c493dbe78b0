import type { Tags } from '../access/tags.js';

export const classesTags = {
  classes: { zh: '班级', en: 'Classes' },
} as const satisfies Tags;
