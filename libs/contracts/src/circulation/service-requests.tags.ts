import type { Tags } from '../access/tags.js';

export const serviceRequestsTags = {
  'service-request-counts': { zh: '读者服务统计', en: 'Counts of requests' },
  'service-requests': { zh: '读者服务申请', en: 'Requests of readers' },
} as const satisfies Tags;
