import type { Tags } from '../access/tags.js';

export const plansTags = {
  'acquisition-plans': { zh: '年度采购计划', en: 'Acquisition plans' },
} as const satisfies Tags;
