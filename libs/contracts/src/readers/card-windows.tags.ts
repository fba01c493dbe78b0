import type { Tags } from '../access/tags.js';

export const cardWindowsTags = {
  'card-applications': { zh: '办证申请', en: 'Applications for cards' },
  'card-windows': { zh: '办证时段', en: 'Windows for cards' },
} as const satisfies Tags;
