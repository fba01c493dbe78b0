import type { Tags } from '../access/tags.js';

export const clcClassesTags = {
  'clc-classes': { zh: '中图法类目', en: 'CLC classes' },
  'clc-table-imports': { zh: '类目表导入', en: 'CLC table imports' },
  'doubtful-classes': { zh: '存疑分类', en: 'Doubtful classes' },
  'unclassed-titles': { zh: '未分类题名', en: 'Unclassed titles' },
} as const satisfies Tags;
