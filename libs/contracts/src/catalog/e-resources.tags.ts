import type { Tags } from '../access/tags.js';

export const eResourcesTags = {
  'e-resource-lines': { zh: '电子资源账', en: 'Lines of e-resources' },
  'e-resource-renewals': { zh: '电子资源续订', en: 'Renewals of e-resources' },
  'e-resources': { zh: '电子资源', en: 'E-resources' },
  'published-e-resources': { zh: '已发布电子资源', en: 'Published e-resources' },
} as const satisfies Tags;
