import type { Tags } from '../access/tags.js';

export const acceptanceTags = {
  deliveries: { zh: '到货验收', en: 'Deliveries' },
  'purchase-register': { zh: '购书登记表', en: 'Purchase register' },
  'purchase-statistics': { zh: '购书统计', en: 'Purchase statistics' },
} as const satisfies Tags;
