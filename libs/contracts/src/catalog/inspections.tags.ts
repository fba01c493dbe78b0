import type { Tags } from '../access/tags.js';

export const inspectionsTags = {
  'condition-inspections': { zh: '品相检查', en: 'Condition inspections' },
  'condition-months': { zh: '品相月报', en: 'Condition months' },
} as const satisfies Tags;
