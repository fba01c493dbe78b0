import type { Tags } from '../access/tags.js';

export const schoolCalendarTags = {
  terms: { zh: '学期', en: 'Terms' },
} as const satisfies Tags;
