import type { Tags } from '../access/tags.js';

export const vendorMarketTags = {
  'issue-lists': { zh: '发行书目', en: 'Issue lists' },
  'market-shares': { zh: '市场占有率', en: 'Shares of the market' },
} as const satisfies Tags;
