import type { Tags } from '../access/tags.js';

export const readingCampaignsTags = {
  'reading-campaigns': { zh: '读书活动', en: 'Reading campaigns' },
} as const satisfies Tags;
