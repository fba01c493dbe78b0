import type { Tags } from '../access/tags.js';

export const teacherReadingTags = {
  'teacher-reading': { zh: '教师阅读考核', en: 'Reading of teachers' },
} as const satisfies Tags;
