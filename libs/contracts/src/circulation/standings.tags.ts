import type { Tags } from '../access/tags.js';

export const standingsTags = {
  standings: { zh: '读者借阅状况', en: 'Standings' },
} as const satisfies Tags;
