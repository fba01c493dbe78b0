import type { Tags } from '../access/tags.js';

export const titleMergesTags = {
  'title-merge-candidates': { zh: '疑似重复题名', en: 'Title merge candidates' },
  'title-merge-previews': { zh: '题名合并预览', en: 'Title merge previews' },
  'title-merges': { zh: '题名合并', en: 'Title merges' },
} as const satisfies Tags;
