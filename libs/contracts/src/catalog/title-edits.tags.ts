import type { Tags } from '../access/tags.js';

export const titleEditsTags = {
  'title-edit-previews': { zh: '批量修改预览', en: 'Title edit previews' },
  'title-edits': { zh: '批量修改', en: 'Title edits' },
} as const satisfies Tags;
