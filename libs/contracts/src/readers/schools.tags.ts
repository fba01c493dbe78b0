import type { Tags } from '../access/tags.js';

export const schoolsTags = {
  schools: { zh: '学校', en: 'Schools' },
} as const satisfies Tags;
