import type { Tags } from '../access/tags.js';

export const forgettingTags = {
  forgetting: { zh: '到期去除读者', en: 'Forgetting' },
  'legal-holds': { zh: '依法暂留', en: 'Legal holds' },
} as const satisfies Tags;
