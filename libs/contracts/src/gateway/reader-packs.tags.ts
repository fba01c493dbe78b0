import type { Tags } from '../access/tags.js';

export const readerPacksTags = {
  'reader-packs': { zh: '个人信息导出', en: 'What is kept of a reader' },
} as const satisfies Tags;
