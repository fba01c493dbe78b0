import type { Tags } from '../access/tags.js';

export const readingPlansTags = {
  'reading-plan-classes': { zh: '各班读书计划', en: 'Reading plans by class' },
  'reading-plans': { zh: '读书计划', en: 'Reading plans' },
} as const satisfies Tags;
