import type { Tags } from '../access/tags.js';

export const labelsTags = {
  'card-sheets': { zh: '书卡打印', en: 'Card sheets' },
  'label-sheets': { zh: '书标打印', en: 'Label sheets' },
} as const satisfies Tags;
