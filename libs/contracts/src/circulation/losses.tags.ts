import type { Tags } from '../access/tags.js';

export const lossesTags = {
  compensations: { zh: '赔偿', en: 'Compensations' },
  losses: { zh: '丢失', en: 'Losses' },
} as const satisfies Tags;
