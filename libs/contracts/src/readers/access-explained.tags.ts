import type { Tags } from '../access/tags.js';

export const accessExplainedTags = {
  access: { zh: '权限说明', en: 'Access explained' },
} as const satisfies Tags;
