import type { Tags } from '../access/tags.js';

export const catalogExportsTags = {
  'catalog-exports': { zh: '书目导出', en: 'Catalog exports' },
} as const satisfies Tags;
