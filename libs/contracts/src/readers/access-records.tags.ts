import type { Tags } from '../access/tags.js';

export const accessRecordsTags = {
  'access-records': { zh: '个人信息查看记录', en: 'Reads of personal data' },
} as const satisfies Tags;
