import type { Tags } from '../access/tags.js';

export const rightsEntriesTags = {
  'rights-entries': { zh: '权限变动登记', en: 'Trail of rights' },
} as const satisfies Tags;
