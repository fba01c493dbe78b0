import type { Tags } from '../access/tags.js';

export const textbookOrdersTags = {
  'textbook-deliveries': { zh: '教材到货', en: 'Deliveries of textbooks' },
  'textbook-delivery-lines': { zh: '教材到货明细', en: 'Lines of deliveries' },
  'textbook-order-lines': { zh: '教材征订明细', en: 'Lines of orders' },
  'textbook-orders': { zh: '教材征订', en: 'Orders of textbooks' },
} as const satisfies Tags;
