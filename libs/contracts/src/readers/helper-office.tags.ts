import type { Tags } from '../access/tags.js';

export const helperOfficeTags = {
  'class-helper-rules': { zh: '小图书管理员规则', en: 'Rules of class helpers' },
  'class-helpers': { zh: '小图书管理员', en: 'Class helpers' },
} as const satisfies Tags;
