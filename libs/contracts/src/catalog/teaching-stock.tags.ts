import type { Tags } from '../access/tags.js';

export const teachingStockTags = {
  'teaching-holdings': { zh: '教学用书存量', en: 'Teaching holdings' },
  'teaching-lines': { zh: '教学用书账', en: 'Teaching lines' },
  'teaching-stock': { zh: '教学用书', en: 'Teaching stock' },
} as const satisfies Tags;
