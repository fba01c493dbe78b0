import type { Tags } from '../access/tags.js';

export const cardSheetsTags = {
  'reader-card-sheets': { zh: '打印借书证', en: 'Sheets of cards' },
} as const satisfies Tags;
