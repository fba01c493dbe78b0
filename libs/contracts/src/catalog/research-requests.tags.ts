import type { Tags } from '../access/tags.js';

export const researchRequestsTags = {
  'research-request-months': { zh: '课题服务月报', en: 'Research request months' },
  'research-requests': { zh: '课题服务', en: 'Research requests' },
} as const satisfies Tags;
