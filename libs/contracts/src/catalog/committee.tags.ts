import type { Tags } from '../access/tags.js';

export const committeeTags = {
  'committee-members': { zh: '图书情报工作委员会', en: 'Committee' },
  'committee-rules': { zh: '委员会规则', en: 'Rules of the committee' },
} as const satisfies Tags;
