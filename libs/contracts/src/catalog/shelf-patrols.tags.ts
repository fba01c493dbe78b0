import type { Tags } from '../access/tags.js';

export const shelfPatrolsTags = {
  'shelf-patrol-days': { zh: '巡架日', en: 'Shelf patrol days' },
  'shelf-patrols': { zh: '巡架', en: 'Shelf patrols' },
} as const satisfies Tags;
