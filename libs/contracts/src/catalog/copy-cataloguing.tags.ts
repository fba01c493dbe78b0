import type { Tags } from '../access/tags.js';

export const copyCataloguingTags = {
  'copied-titles': { zh: '套录题名', en: 'Copied titles' },
  'isbn-lookups': { zh: 'ISBN查询', en: 'ISBN lookups' },
} as const satisfies Tags;
