import type { Tags } from '../access/tags.js';

export const schoolPublicationsTags = {
  'school-publication-sums': { zh: '校本出版物统计', en: 'School publication sums' },
  'school-publications': { zh: '校本出版物', en: 'School publications' },
} as const satisfies Tags;
