import type { Tags } from '../access/tags.js';

export const noticeSettingsTags = {
  'notice-settings': { zh: '通知设置', en: 'Settings of notices' },
} as const satisfies Tags;
