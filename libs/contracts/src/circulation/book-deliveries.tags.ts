import type { Tags } from '../access/tags.js';

export const bookDeliveriesTags = {
  'book-deliveries': { zh: '送书上门', en: 'Book deliveries' },
} as const satisfies Tags;
