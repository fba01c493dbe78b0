import type { Tags } from '../access/tags.js';

export const postsTags = {
  posts: { zh: '岗位', en: 'Posts' },
} as const satisfies Tags;
