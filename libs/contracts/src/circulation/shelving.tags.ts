import type { Tags } from '../access/tags.js';

export const shelvingTags = {
  'returned-copies': { zh: '已还待上架', en: 'Returned copies' },
  'daily-cycles': { zh: '每日流通', en: 'Daily cycles' },
  'shelf-tidyings': { zh: '整架', en: 'Shelf tidyings' },
} as const satisfies Tags;
