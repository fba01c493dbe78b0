import type { Tags } from '../access/tags.js';

export const bookExchangeTags = {
  'exchange-books': { zh: '好书交换', en: 'Exchange books' },
  'exchange-tickets': { zh: '换书券', en: 'Exchange tickets' },
} as const satisfies Tags;
