import type { Tags } from '../access/tags.js';

export const bookMatchesTags = {
  'book-matches': { zh: '为人找书、为书找人', en: 'Books brought to readers' },
  'books-for-me': { zh: '为我推荐', en: 'Books for me' },
} as const satisfies Tags;
