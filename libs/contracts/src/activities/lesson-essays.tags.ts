import type { Tags } from '../access/tags.js';

export const lessonEssaysTags = {
  'lesson-essays': { zh: '阅读课评论', en: 'Essays of reading lessons' },
} as const satisfies Tags;
