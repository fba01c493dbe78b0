import type { Tags } from '../access/tags.js';

export const archiveYearbooksTags = {
  'archive-yearbook-issues': { zh: '年鉴各期', en: 'Archive yearbook issues' },
  'archive-yearbooks': { zh: '年鉴', en: 'Archive yearbooks' },
} as const satisfies Tags;
