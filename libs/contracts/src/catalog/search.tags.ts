import type { Tags } from '../access/tags.js';

export const searchTags = {
  'classes-of-titles': { zh: '分类浏览', en: 'Classes of titles' },
  'new-titles': { zh: '新书', en: 'New titles' },
} as const satisfies Tags;
