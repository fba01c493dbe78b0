import type { Tags } from '../access/tags.js';

export const catalogImportsTags = {
  'catalog-imports': { zh: '书目导入', en: 'Catalog imports' },
} as const satisfies Tags;
