import type { Tags } from '../access/tags.js';

export const rosterImportsTags = {
  'roster-imports': { zh: '名册导入', en: 'Roster imports' },
  'roster-mappings': { zh: '名册栏目对应', en: 'Roster mappings' },
  'roster-previews': { zh: '名册预览', en: 'Roster previews' },
  'roster-doubts': { zh: '名册待定', en: 'Roster doubts' },
} as const satisfies Tags;
