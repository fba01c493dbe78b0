import type { Tags } from '../access/tags.js';

export const serialDistributionTags = {
  'personal-deliveries': { zh: '个人报刊分发', en: 'Personal deliveries' },
  'personal-subscriptions': { zh: '个人订阅', en: 'Personal subscriptions' },
  'serial-allotments': { zh: '报刊分配', en: 'Serial allotments' },
  'serial-distribution': { zh: '报刊分发单', en: 'Serial distribution' },
  'serial-handouts': { zh: '报刊发放', en: 'Serial handouts' },
  'vacation-serials': { zh: '假期报刊', en: 'Vacation serials' },
} as const satisfies Tags;
