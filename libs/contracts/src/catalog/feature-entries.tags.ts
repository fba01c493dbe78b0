import type { Tags } from '../access/tags.js';

export const featureEntriesTags = {
  'feature-entries': { zh: '特色数据库条目', en: 'Feature entries' },
} as const satisfies Tags;
