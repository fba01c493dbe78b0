import type { Tags } from '../access/tags.js';

export const schoolYearsTags = {
  'school-years': { zh: '学年升级', en: 'School years' },
} as const satisfies Tags;
