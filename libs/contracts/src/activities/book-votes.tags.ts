import type { Tags } from '../access/tags.js';

export const bookVotesTags = {
  'book-votes': { zh: '最喜爱的书评选', en: 'Votes for favourite books' },
  'book-gifts': { zh: '捐一本好书', en: 'Books given' },
} as const satisfies Tags;
