import type { Tags } from '../access/tags.js';

export const eBooksTags = {
  'e-book-holdings': { zh: '电子书拥有量', en: 'E-book holdings' },
  'e-book-lines': { zh: '电子书账', en: 'E-book lines' },
} as const satisfies Tags;
