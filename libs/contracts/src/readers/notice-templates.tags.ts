import type { Tags } from '../access/tags.js';

export const noticeTemplatesTags = {
  'notice-templates': { zh: '通知模板', en: 'Templates of notices' },
} as const satisfies Tags;
