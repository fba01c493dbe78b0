import type { Tags } from '../access/tags.js';

export const deskViewsTags = {
  desk: { zh: '服务台', en: 'Desk' },
} as const satisfies Tags;
