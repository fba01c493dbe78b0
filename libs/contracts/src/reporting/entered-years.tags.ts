import type { Tags } from '../access/tags.js';

export const enteredYearsTags = {
  'entered-years': { zh: '历年数字补录', en: 'Years before the system' },
} as const satisfies Tags;
