import type { Tags } from '../access/tags.js';

export const accountsTags = {
  accounts: { zh: '账号', en: 'Accounts' },
} as const satisfies Tags;
