import type { Tags } from '../access/tags.js';

export const grantsTags = {
  grants: { zh: '授权', en: 'Grants' },
} as const satisfies Tags;
