import type { Tags } from '../access/tags.js';

export const archiveDestructionsTags = {
  'archive-destructions': { zh: '档案销毁', en: 'Archive destructions' },
  'archive-expiries': { zh: '到期档案', en: 'Archive expiries' },
} as const satisfies Tags;
