import type { Tags } from '../access/tags.js';

export const ordersTags = {
  orders: { zh: '订单', en: 'Orders' },
  vendors: { zh: '供应商', en: 'Vendors' },
} as const satisfies Tags;
