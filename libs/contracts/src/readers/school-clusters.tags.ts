import type { Tags } from '../access/tags.js';

export const schoolClustersTags = {
  'school-clusters': { zh: '学区', en: 'Clusters of schools' },
} as const satisfies Tags;
