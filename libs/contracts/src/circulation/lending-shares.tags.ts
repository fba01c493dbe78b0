import type { Tags } from '../access/tags.js';

export const lendingSharesTags = {
  'lending-shares': { zh: '校际互借', en: 'Lending between schools' },
  'lending-orders': { zh: '借入学校次序', en: 'In which order schools are asked' },
} as const satisfies Tags;
