import type { Tags } from '../access/tags.js';

export const sessionsTags = {
  sessions: { zh: '登录', en: 'Sessions' },
} as const satisfies Tags;
