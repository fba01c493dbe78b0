import type { Tags } from '../access/tags.js';

export const schoolYearsTags = {
  'school-years': { zh: '学年升级', en: 'School years' },
  'school-year-progress': { zh: '各校升级进度', en: 'How far schools are with the year' },
  'class-lists': { zh: '历年班级名册', en: 'Class lists of past years' },
  'class-list-readers': { zh: '历年班级名册中的读者', en: 'Readers of class lists' },
  leavers: { zh: '离校读者', en: 'Leavers' },
} as const satisfies Tags;
