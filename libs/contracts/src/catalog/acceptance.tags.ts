import type { Tags } from '../access/tags.js';

export const acceptanceTags = {
  deliveries: { zh: '到货验收', en: 'Deliveries' },
  'donation-campaigns': { zh: '捐书活动', en: 'Campaigns of donations' },
  'purchase-register': { zh: '购书登记表', en: 'Purchase register' },
  'purchase-statistics': { zh: '购书统计', en: 'Purchase statistics' },
} as const satisfies Tags;
