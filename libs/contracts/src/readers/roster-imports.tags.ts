import type { Tags } from '../access/tags.js';

export const rosterImportsTags = {
  'roster-imports': { zh: '名册导入', en: 'Roster imports' },
  'roster-doubts': { zh: '名册待定', en: 'Roster doubts' },
} as const satisfies Tags;
