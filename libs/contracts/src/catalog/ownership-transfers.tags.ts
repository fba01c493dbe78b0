import type { Tags } from '../access/tags.js';

export const ownershipTransfersTags = {
  'ownership-transfers': { zh: '调拨', en: 'Ownership transfers' },
} as const satisfies Tags;
