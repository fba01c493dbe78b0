import type { Tags } from '../access/tags.js';

export const stocktakeTags = {
  'stocktake-progress': { zh: '清点进度', en: 'Stocktake progress' },
  stocktakes: { zh: '清点', en: 'Stocktakes' },
} as const satisfies Tags;
