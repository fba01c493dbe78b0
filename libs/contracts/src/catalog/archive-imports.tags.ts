import type { Tags } from '../access/tags.js';

export const archiveImportsTags = {
  'archive-imports': { zh: '档案目录导入', en: 'Archive imports' },
} as const satisfies Tags;
