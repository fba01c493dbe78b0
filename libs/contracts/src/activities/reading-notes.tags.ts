import type { Tags } from '../access/tags.js';

export const readingNotesTags = {
  'reading-notes': { zh: '读书笔记', en: 'Reading notes' },
} as const satisfies Tags;
