import type { Tags } from '../access/tags.js';

export const noticeContactsTags = {
  'notice-contacts': { zh: '通知联系方式', en: 'Where notices go' },
} as const satisfies Tags;
