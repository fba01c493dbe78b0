import type { Tags } from '../access/tags.js';

export const writeOffsTags = {
  'write-offs': { zh: '免赔审批', en: 'Write-offs' },
} as const satisfies Tags;
