import type { Tags } from '../access/tags.js';

export const noticesTags = {
  'notice-sheets': { zh: '班级通知单', en: 'Sheets of notices' },
  notices: { zh: '通知', en: 'Notices' },
} as const satisfies Tags;
