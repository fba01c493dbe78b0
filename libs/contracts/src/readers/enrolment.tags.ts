import type { Tags } from '../access/tags.js';

export const enrolmentTags = {
  readers: { zh: '读者', en: 'Readers' },
} as const satisfies Tags;
