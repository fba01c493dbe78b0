import type { Tags } from '../access/tags.js';

export const searchTags = {
  'classes-of-titles': { zh: '分类浏览', en: 'Classes of titles' },
  'new-titles': { zh: '新书', en: 'New titles' },
  'new-purchases': { zh: '新购图书', en: 'New purchases' },
  findings: { zh: '统一检索', en: 'One search' },
  'terminal-titles': { zh: '检索机题名', en: 'Terminal titles' },
  'title-facets': { zh: '题名分面', en: 'Title facets' },
} as const satisfies Tags;
