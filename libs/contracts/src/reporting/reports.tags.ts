import type { Tags } from '../access/tags.js';

export const reportsTags = {
  reports: { zh: '报表', en: 'Reports' },
} as const satisfies Tags;
