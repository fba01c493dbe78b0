import type { Tags } from '../access/tags.js';

export const rosterImportsTags = {
  'roster-imports': { zh: '名册导入', en: 'Roster imports' },
} as const satisfies Tags;
