import type { Tags } from '../access/tags.js';

export const collectionPolicyTags = {
  'collection-policies': { zh: '藏书建设方案', en: 'Collection policies' },
  'collecting-levels': { zh: '收藏级别', en: 'Collecting levels' },
  'collection-gaps': { zh: '馆藏结构缺口', en: 'What the stock lacks' },
  'stock-standard': { zh: '藏书标准', en: 'The standard' },
  'stock-plans': { zh: '藏书配备规划', en: 'Stock planned' },
} as const satisfies Tags;
