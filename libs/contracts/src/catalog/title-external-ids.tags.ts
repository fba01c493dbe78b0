import type { Tags } from '../access/tags.js';

export const titleExternalIdsTags = {
  'title-external-ids': { zh: '题名外部编号', en: 'External ids of titles' },
} as const satisfies Tags;
