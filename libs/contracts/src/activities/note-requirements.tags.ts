import type { Tags } from '../access/tags.js';

export const noteRequirementsTags = {
  'note-requirements': { zh: '读书笔记要求', en: 'What is asked of reading notes' },
  'note-progress': { zh: '读书笔记完成情况', en: 'Progress with reading notes' },
} as const satisfies Tags;
