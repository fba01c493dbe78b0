import type { Tags } from '../access/tags.js';

export const delegationsTags = {
  delegations: { zh: '委托', en: 'Delegations' },
} as const satisfies Tags;
