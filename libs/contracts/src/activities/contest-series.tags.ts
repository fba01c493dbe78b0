import type { Tags } from '../access/tags.js';

export const contestSeriesTags = {
  'contest-series': { zh: '竞赛系列', en: 'Series of contests' },
} as const satisfies Tags;
