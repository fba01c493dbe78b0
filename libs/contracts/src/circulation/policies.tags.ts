import type { Tags } from '../access/tags.js';

export const policiesTags = {
  'lending-policies': { zh: '借阅规则', en: 'Lending policies' },
} as const satisfies Tags;
