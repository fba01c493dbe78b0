import type { Tags } from '../access/tags.js';

export const archiveUnitsTags = {
  'archive-intakes': { zh: '归档接收', en: 'Archive intakes' },
  'archive-scopes': { zh: '归档范围', en: 'Archive scopes' },
  'archive-units': { zh: '归档单位', en: 'Archive units' },
} as const satisfies Tags;
