import type { Tags } from '../access/tags.js';

export const overLongTags = {
  'over-long-loans': { zh: '超期借阅', en: 'Over-long loans' },
} as const satisfies Tags;
