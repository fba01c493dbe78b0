import type { Tags } from '../access/tags.js';

export const allocationSchemesTags = {
  'allocation-schemes': { zh: '典藏分配方案', en: 'Allocation schemes' },
  allocation: { zh: '典藏分配对照', en: 'Allocation compared' },
} as const satisfies Tags;
