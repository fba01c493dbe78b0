import type { Tags } from '../access/tags.js';

export const cardScansTags = {
  'card-scans': { zh: '扫描借书证', en: 'Scans of cards' },
} as const satisfies Tags;
