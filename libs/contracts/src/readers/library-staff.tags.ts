import type { Tags } from '../access/tags.js';

export const libraryStaffTags = {
  'library-staff': { zh: '图书馆工作人员', en: 'Library staff' },
  'library-staff-counts': { zh: '人员统计', en: 'Library staff counted' },
} as const satisfies Tags;
