import type { Tags } from '../access/tags.js';

export const readerTransfersTags = {
  'reader-transfers': { zh: '县内转学', en: 'Reader transfers' },
} as const satisfies Tags;
