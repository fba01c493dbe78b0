import type { Tags } from '../access/tags.js';

export const textbookPacksTags = {
  'textbook-packs': { zh: '教材分班发放', en: 'Packs of textbooks' },
  'textbook-pack-lines': { zh: '教材分班清单', en: 'Packing lists' },
  'textbook-plans': { zh: '教材发放计划', en: 'Plans of packs' },
  'textbook-progress': { zh: '教材发放进度', en: 'Progress of handing out' },
} as const satisfies Tags;
