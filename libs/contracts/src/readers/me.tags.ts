import type { Tags } from '../access/tags.js';

export const meTags = {
  me: { zh: '本人账号', en: 'The own account' },
} as const satisfies Tags;
