import type { Tags } from '../access/tags.js';

export const servedGroupsTags = {
  'group-services': { zh: '服务记录', en: 'Services given' },
  'served-groups': { zh: '服务对象', en: 'Groups that are served' },
} as const satisfies Tags;
